-- A register of version 1 (postgresql), as notice-gen made it before versions were counted. Never to be changed.
CREATE TABLE so_day (
    id SERIAL NOT NULL,
    co_quan TEXT NOT NULL,
    nam INTEGER NOT NULL,
    nhom TEXT NOT NULL,
    so_cuoi INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (co_quan, nam, nhom)
);
CREATE TABLE so_phien_ban (
    phien_ban INTEGER NOT NULL,
    PRIMARY KEY (phien_ban)
);
CREATE TABLE so_van_ban (
    id SERIAL NOT NULL,
    day INTEGER NOT NULL,
    so INTEGER NOT NULL,
    khoa TEXT NOT NULL,
    co_quan TEXT NOT NULL,
    loai TEXT NOT NULL,
    ky_hieu TEXT NOT NULL,
    ngay DATE,
    trich_yeu TEXT NOT NULL,
    don_vi TEXT NOT NULL,
    nguoi_ky TEXT NOT NULL,
    noi_nhan TEXT NOT NULL,
    luu TEXT NOT NULL,
    so_ban TEXT NOT NULL,
    ngay_chuyen TEXT NOT NULL,
    ghi_chu TEXT NOT NULL,
    trang_thai VARCHAR(16) NOT NULL,
    ly_do TEXT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    giu_luc VARCHAR(20) NOT NULL,
    cap_luc VARCHAR(20) NOT NULL,
    huy_luc VARCHAR(20) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (day, so),
    CHECK (so >= 1),
    CHECK (trang_thai IN ('giữ chỗ', 'đã cấp', 'hủy')),
    FOREIGN KEY(day) REFERENCES so_day (id)
);
CREATE UNIQUE INDEX so_van_ban_khoa ON so_van_ban (khoa) WHERE trang_thai <> 'hủy';
INSERT INTO "so_day" VALUES(1,'ủy ban nhân dân xã bình điền',2026,'chung',4);
INSERT INTO "so_day" VALUES(2,'ủy ban nhân dân xã bình điền',2027,'chung',0);
INSERT INTO "so_day" VALUES(3,'ủy ban nhân dân xã bình điền',2027,'QĐ',1);
INSERT INTO "so_phien_ban" VALUES(1);
INSERT INTO "so_van_ban" VALUES(1,1,1,'a.toml||ủy ban nhân dân xã bình điền|2026|TB','Ủy ban nhân dân xã Bình Điền','TB','TB-UBND','2026-03-05','Kết quả kiểm tra a.toml','','Nguyễn Văn A','Các thôn','VT','','','','đã cấp','','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e','2026-03-05T01:02:03Z','2026-03-05T01:02:04Z','');
INSERT INTO "so_van_ban" VALUES(2,1,2,'b.toml||ủy ban nhân dân xã bình điền|2026|QĐ','Ủy ban nhân dân xã Bình Điền','QĐ','QĐ-UBND','2026-03-05','Kết quả kiểm tra b.toml','','Nguyễn Văn A','Các thôn','VT','','','','hủy','In nhầm, lãnh đạo không ký','abababababababababababababababababababababababababababababababab','2026-03-05T01:02:03Z','2026-03-05T01:02:04Z','2026-03-06T02:00:00Z');
INSERT INTO "so_van_ban" VALUES(3,1,3,'c.toml||ủy ban nhân dân xã bình điền|2026|TB','Ủy ban nhân dân xã Bình Điền','TB','TB-UBND','2026-03-05','Kết quả kiểm tra c.toml','','Nguyễn Văn A','Các thôn','VT','','','','giữ chỗ','','','2026-03-05T01:02:03Z','','');
INSERT INTO "so_van_ban" VALUES(4,1,4,'d.toml||ủy ban nhân dân xã bình điền|2026|TB','Ủy ban nhân dân xã Bình Điền','TB','TB-UBND',NULL,'Lịch trực “Tết” 50%','','Nguyễn Văn A','Các thôn','VT','','','','giữ chỗ','','','2026-03-05T01:02:03Z','','');
INSERT INTO "so_van_ban" VALUES(5,3,1,'e.toml||ủy ban nhân dân xã bình điền|2027|QĐ','Ủy ban nhân dân xã Bình Điền','QĐ','QĐ-UBND','2027-01-04','Kết quả kiểm tra e.toml','','Nguyễn Văn A','Các thôn','VT','','','','giữ chỗ','','','2026-03-05T01:02:03Z','','');
SELECT setval('so_day_id_seq', (SELECT max(id) FROM so_day));
SELECT setval('so_van_ban_id_seq', (SELECT max(id) FROM so_van_ban));
