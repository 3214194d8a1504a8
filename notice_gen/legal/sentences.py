"""What is said of each rule of signing that is broken, and what to type instead; articles and levels stand in ``data/quyen-ky.toml``."""

from __future__ import annotations

from notice_gen.errors import N_

_COMMUNE = N_("Chủ tịch ký: quyen_han = [\"TM. Ủy ban nhân dân\"], chuc_vu = \"Chủ tịch\"; Phó Chủ tịch ký: thêm dòng \"KT. Chủ tịch\". Hoặc xem lại ngày của văn bản.")  # noqa: E501

SENTENCES: dict[str, tuple[str, str]] = {
    "qua_nhieu": (N_("Có {so} dòng quyền hạn; nhiều nhất là 2, dưới đó là chức vụ của người ký ({dieu})."),
        N_("Giữ lại hai dòng, ví dụ: quyen_han = [\"TL. Chủ tịch\", \"KT. Chánh Văn phòng\"], chuc_vu = \"Phó Chánh Văn phòng\".")),
    "tm_truoc_chuc_vu": (N_("“TM.” (thay mặt) đặt trước tên tập thể, không đặt trước chức vụ: “{dong}” ({dieu})."),
        N_("Ghi quyen_han = [\"TM. Ủy ban nhân dân\"] nếu thay mặt tập thể; cấp trưởng ký theo thẩm quyền riêng thì bỏ dòng này; cấp dưới ký thừa lệnh thì ghi \"TL. {chuc_vu}\".")),  # noqa: E501
    "truoc_ten_co_quan": (N_("“{chu}.” ({nghia}) đặt trước chức vụ người đứng đầu, không đặt trước tên cơ quan: “{dong}” ({dieu})."),
        N_("Ghi chức vụ người đứng đầu, ví dụ \"{chu}. Chủ tịch\", \"{chu}. Giám đốc\"; thay mặt tập thể thì ghi \"TM. {ten}\".")),
    "q_cap_pho": (N_("“Q.” chỉ dùng cho người được giao quyền cấp trưởng, không đặt trước cấp phó: “{dong}” ({dieu})."),
        N_("Quyền cấp trưởng: gõ \"Q. {truong}\". Cấp phó ký thay: quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\".")),
    "kt_cap_pho": (N_("“KT.” (ký thay) đặt trước chức vụ cấp trưởng, không đặt trước cấp phó: “{dong}” ({dieu})."),
        N_("Ghi quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\".")),
    "tm_dung_sau": (N_("Dòng “{dong}” phải đứng trên dòng “{truoc}” ({dieu})."), N_("Đổi chỗ: quyen_han = [\"{dong}\", \"{truoc}\"].")),
    "tm_thu_truong": (N_("“{dong}”: nơi làm việc theo chế độ thủ trưởng không ký thay mặt tập thể ({dieu})."),
        N_("Bỏ dòng này: người đứng đầu ký thì chỉ ghi chuc_vu (ví dụ \"Giám đốc\"); cấp phó ký thì quyen_han = [\"KT. Giám đốc\"], chuc_vu = \"Phó Giám đốc\".")),  # noqa: E501
    "tm_voi_tl": (N_("“{dong}” không đi với “{tm}”: chỉ người đứng đầu hoặc cấp phó ký thay mặt tập thể ({dieu})."),
        N_("Bỏ dòng “{tm}”, giữ quyen_han = [\"{dong}\"].")),
    "tm_cap_duoi": (N_("“{chuc_vu}” không ký thay mặt Ủy ban nhân dân: chỉ Chủ tịch hoặc Phó Chủ tịch ký ({dieu})."),
        N_("Ghi quyen_han = [{dong}], chuc_vu = \"{chuc_vu}\".")),
    "kt_dung_tren": (N_("“{dong}” phải đứng ngay trên chức vụ của cấp phó ký thay, không đứng trên “{duoi}” ({dieu})."),
        N_("Cấp phó của {truong} ký: quyen_han = [\"{dong}\"], chuc_vu = \"{pho}\". Cấp dưới ký thừa lệnh: thay “{dong}” bằng \"TL. {truong}\".")),  # noqa: E501
    "tuq_giao_tiep": (N_("Người được ký thừa ủy quyền không được giao lại cho người khác ký: “{dong}” / “{duoi}” ({dieu})."),
        N_("Chính người được ủy quyền ký: quyen_han = [\"{dong}\"], chuc_vu = \"{truong}\". Muốn cấp phó ký thay thì phải là ký thừa lệnh (\"TL.\") theo quy chế làm việc.")),  # noqa: E501
    "tl_giao_tiep": (N_("Người được ký thừa lệnh chỉ được giao lại cho cấp phó ký thay: “{dong}” / “{duoi}” ({dieu})."),
        N_("Ghi quyen_han = [\"{dong}\", \"KT. {truong}\"], chuc_vu = \"{pho}\".")),
    "thieu_kt_sau_tl": (N_("“{chuc_vu}” ký thừa lệnh thì còn thiếu dòng ký thay cấp trưởng của mình ({dieu})."),
        N_("Ghi quyen_han = [\"{dong}\", \"KT. {truong}\"], chuc_vu = \"{chuc_vu}\".")),
    "chinh_minh": (N_("{truong} không ký {nghia} của chính mình: “{dong}” / “{chuc_vu}” ({dieu})."),
        N_("Bỏ dòng “{dong}” nếu {truong} ký; nếu cấp dưới ký thì ghi chức vụ cấp dưới, ví dụ chuc_vu = \"Chánh Văn phòng\".")),
    "cap_pho_thua_lenh": (N_("“{dong}” không đi với “{chuc_vu}”: cấp phó ký thay cấp trưởng chứ không {nghia} ({dieu})."),
        N_("Ghi quyen_han = [\"KT. {truong}\"], chuc_vu = \"{chuc_vu}\"; hoặc giữ “{dong}” và ghi chức vụ cấp dưới, ví dụ \"Chánh Văn phòng\".")),  # noqa: E501
    "kt_khong_phai_cap_pho": (N_("“{dong}” là cấp phó ký thay, nhưng chức vụ người ký là “{chuc_vu}” ({dieu})."),
        N_("Cấp phó ký: chuc_vu = \"{pho}\". Chính {truong} ký: bỏ dòng “{dong}”. Cấp dưới ký thừa lệnh: \"TL. {truong}\".")),
    "kt_khac_chuc_vu": (N_("“{chuc_vu}” không ký thay được cho “{truong}”: không phải cấp phó của chức vụ đó ({dieu})."),
        N_("Ký thay thủ trưởng đơn vị mình: quyen_han = [\"TL. {truong}\", \"KT. {cap_truong}\"], chuc_vu = \"{chuc_vu}\".")),
    "kt_thieu": (N_("“{chuc_vu}” ký thay cấp trưởng thì phải có dòng “KT. {truong}” ({dieu})."),
        N_("Ghi quyen_han = [{giu}\"KT. {truong}\"], chuc_vu = \"{chuc_vu}\".")),
    "q_kem_cap_pho": (N_("“{dong}” / “{chuc_vu}”: người được giao quyền cấp trưởng chỉ ghi “Q. {truong}”, còn cấp phó thì ký thay “{truong}” ({dieu})."),  # noqa: E501
        N_("Người được giao quyền ký: chuc_vu = \"Q. {truong}\", không có quyen_han. Cấp phó ký: quyen_han = [\"KT. {truong}\"], chuc_vu = \"{pho}\".")),  # noqa: E501
    "tuq_cap_pho": (N_("Thừa ủy quyền chỉ giao cho người đứng đầu cơ quan, đơn vị thuộc cơ cấu tổ chức và không giao lại; “{chuc_vu}” là cấp phó ({dieu})."),  # noqa: E501
        N_("Người đứng đầu đơn vị ký: chuc_vu = \"{truong}\"; hoặc ký thừa lệnh: quyen_han = [\"TL. {tren}\", \"KT. {truong}\"], chuc_vu = \"{chuc_vu}\".")),  # noqa: E501
    "tm_co_quan_khac": (N_("“{dong}”: văn bản ký thay mặt tập thể nào thì tập thể đó ban hành, nhưng cơ quan ban hành ghi ở đây là cơ quan khác ({dieu})."),  # noqa: E501
        N_("Sửa co_quan.ten thành tập thể đó; nếu cơ quan đang ghi ban hành thì sửa quyen_han theo cơ quan này.")),
    "dung_dau_khac": (N_("“{dong}”: {truong} không phải người đứng đầu cơ quan ban hành ({dieu})."),
        N_("Ghi chức vụ người đứng đầu cơ quan ban hành: \"{chu}. {dung_dau}\"; nếu ký cho {truong} thì co_quan.ten phải là cơ quan của {truong}.")),  # noqa: E501
    "thieu_tl": (N_("“{chuc_vu}” ký văn bản của cơ quan cấp trên mình thì phải ghi thừa lệnh hoặc thừa ủy quyền ({dieu})."),
        N_("Ghi quyen_han = [{dong}], chuc_vu = \"{chuc_vu}\" (thừa ủy quyền thì thay TL. bằng TUQ.); nếu đơn vị tự ban hành thì ghi tên đơn vị vào co_quan.ten.")),  # noqa: E501
    "tm_dia_danh_khac": (N_("“{dong}” ghi địa danh khác tên cơ quan ban hành ({dieu})."),
        N_("Gõ \"TM. Ủy ban nhân dân\", không cần địa danh; hoặc sửa cho khớp với co_quan.ten.")),
    "chuc_danh_tu_van": (N_("“{chuc_vu}” là chức vụ ở cơ quan; văn bản của tổ chức tư vấn ghi chức danh trong tổ chức đó ({dieu})."),
        N_("Ghi chức danh, ví dụ chuc_vu = \"Trưởng ban\"; tổ chức được dùng con dấu của cơ quan thì thêm chuc_vu_khac = \"{chuc_vu}\" (in trên họ tên).")),  # noqa: E501
    "viet_sai": (N_("Quyền hạn người ký viết chưa đúng: “{dong}” ({dieu})."),
        N_("Gõ \"{dung}\": chữ viết tắt, dấu chấm, một khoảng trắng rồi đến chức vụ hoặc tên tập thể.")),
    "chu_la": (N_("Không có chữ viết tắt quyền hạn “{chu}.” trong nghị định ({dieu})."),
        N_("Dùng một trong các chữ: {cac_chu}. Ví dụ: quyen_han = [\"TL. Chủ tịch\"].")),
    "viet_quyen": (N_("Người được giao quyền cấp trưởng ghi chữ viết tắt “Q.”, không ghi “Quyền” ({dieu})."), N_("Gõ \"{dung}\".")),
    "chuc_vu_co_chu": (N_("chuc_vu là chức vụ của chính người ký, không có chữ “{chu}.” ({dieu})."),
        N_("Chuyển sang quyen_han = [\"{dong}\"], rồi ghi chức vụ người ký vào chuc_vu, ví dụ \"{vi_du}\".")),
    "xa_chua_co_phong": (N_("“{dong}” / “{chuc_vu}”: trước ngày {ngay} Ủy ban nhân dân cấp xã chưa có văn phòng, phòng chuyên môn ({dieu})."),  # noqa: E501
        _COMMUNE),
    "xa_thua_lenh": (N_("“{dong}”: trước ngày {ngay} Ủy ban nhân dân cấp xã không có đơn vị trực thuộc để giao ký thừa lệnh, thừa ủy quyền ({dieu})."),  # noqa: E501
        _COMMUNE),
    "phong_xa_truoc_moc": (N_("Trước ngày {ngay} Ủy ban nhân dân cấp xã chưa có văn phòng, phòng chuyên môn ({dieu})."),
        N_("Xem lại tên cơ quan hoặc ngày của văn bản.")),
    "het_cap_huyen": (N_("Từ ngày {ngay} không còn đơn vị hành chính “{cap}”; văn bản ghi ngày sau đó ({dieu})."),
        N_("Xem lại tên cơ quan hoặc ngày của văn bản; nay là cơ quan cấp xã (xã, phường, đặc khu) hoặc cấp tỉnh.")),
    "chua_co_dac_khu": (N_("Trước ngày {ngay} chưa có đơn vị hành chính “{cap}” ({dieu})."),
        N_("Xem lại tên cơ quan hoặc ngày của văn bản.")),
    "ghi_phu_trach": (N_("Chức vụ ghi là “{pho}”, không thêm “phụ trách”, “điều hành”: “{chuc_vu}” ({dieu})."),
        N_("Gõ chuc_vu = \"{pho}\".")),
    "phu_trach": (N_("Cấp phó được giao phụ trách hoặc điều hành thì ký như cấp phó ký thay: “{chuc_vu}” ({dieu})."),
        N_("Ghi quyen_han = [{tren}\"KT. {truong}\"], chuc_vu = \"{pho}\".")),
    "thieu_chu": (N_("Dòng quyền hạn “{dong}” thiếu chữ “TM.” (thay mặt) ở đầu ({dieu})."),
        N_("Gõ \"TM. {dong}\"; cấp trưởng ký theo thẩm quyền riêng thì bỏ dòng này.")),
    "hoc_vi": (N_("Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “{chu}” ({dieu})."), N_("Gõ ho_ten = \"{ho_ten}\".")),
    "hoc_vi_chua_ro": (N_("Trước họ tên người ký không ghi “{chu}”, trừ đơn vị vũ trang, giáo dục, y tế, khoa học theo quy định của ngành ({dieu})."),  # noqa: E501
        N_("Gõ ho_ten = \"{ho_ten}\".")),
    "quyen_han_la_ten": (N_("Dòng quyền hạn ghi họ tên: “{dong}” ({dieu})."),
        N_("Họ tên ghi ở ho_ten = \"{ten}\"; quyền hạn ghi chữ viết tắt và chức vụ hoặc tập thể, ví dụ quyen_han = [\"TM. Ủy ban nhân dân\"], hoặc bỏ dòng.")),  # noqa: E501
    "chuc_vu_la_ten": (N_("Chức vụ người ký ghi họ tên: “{dong}” ({dieu})."),
        N_("Họ tên ghi ở ho_ten = \"{ten}\"; chức vụ, ví dụ chuc_vu = \"Chủ tịch\".")),
    "ho_ten_la_chuc_vu": (N_("Họ tên người ký ghi chức vụ, quyền hạn hoặc tên cơ quan: “{ho_ten}” ({dieu})."),
        N_("Ghi họ và tên, ví dụ ho_ten = \"Nguyễn Văn Hà\"; chức vụ ghi ở chuc_vu, quyền hạn (TM., KT., TL. …) ghi ở quyen_han.")),
    "chuc_vu_viet_tat": (N_("Chức vụ người ký viết tắt: “{chuc_vu}” ({dieu})."), N_("Gõ chuc_vu = \"{day_du}\".")),
}
