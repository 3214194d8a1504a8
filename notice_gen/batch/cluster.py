"""More machines than one: the same jobs on a Dask cluster.  The only distributed.

Nothing else changes: notices go out as layers and come back as bytes, and this machine alone writes.
"""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, TypeVar

from notice_gen.batch import job
from notice_gen.errors import N_, ClusterError, Problem
from notice_gen.office.pool import Crew

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")

_ANSWER = 10  # seconds for the scheduler to answer, for a first machine to come
_PATIENCE = 30  # seconds for machines to come back


def crew(address: str) -> Crew:
    """Return the crew of the cluster at *address*.  Raises ClusterError: none is there, no machine works, or one is of another make."""
    client = _connected(address)
    threads = client.nthreads()
    for worker, kind in client.run(job.kind).items():
        if kind != job.kind():
            message = N_("Máy {may} của cụm chạy phiên bản khác ({kia}; máy này: {day}), in ra sẽ không giống nhau.")
            hint = N_("Cài cùng một phiên bản notice-gen và Python trên mọi máy.")
            raise _error(message, hint, may=worker, kia=kind, day=job.kind())
    return Crew(functools.partial(_Executor, client), sum(threads.values()), _Watch(client, address))


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        hint = N_("Cài thêm: python -m pip install \"notice-gen[cluster]\".")
        raise _error(N_("Chưa cài phần chạy trên nhiều máy."), hint) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is ours to report
    try:
        client = Client(address, timeout=_ANSWER, set_as_default=False)
        client.wait_for_workers(1, timeout=_ANSWER)
        client.run(job.kind)
    except (OSError, ValueError, TypeError) as error:  # TimeoutError is an OSError
        hint = N_("Kiểm tra địa chỉ (tcp://máy-chủ:8786) và xem dask scheduler, dask worker đã chạy chưa.")
        raise _error(N_("Không nối được với cụm máy “{dia_chi}”: {loi}."), hint, dia_chi=address, loi=str(error).splitlines()[0]) from error
    except ImportError as error:
        hint = N_("Cài notice-gen, đúng phiên bản này, trên mọi máy của cụm.")
        raise _error(N_("Máy trong cụm “{dia_chi}” chưa cài notice-gen: {loi}."), hint, dia_chi=address, loi=str(error)) from error
    return client


class _Watch:
    """Says what is wrong with a cluster that gives no answer."""

    def __init__(self, client: Client, address: str) -> None:
        self._client, self._address = client, address
        self._seen = time.monotonic()

    def __call__(self) -> None:
        """Raise ClusterError when the scheduler is lost, or all its machines for a while."""
        if self._client.status == "running" and self._client.scheduler_info()["workers"]:
            self._seen = time.monotonic()
        elif self._client.status != "running" or time.monotonic() - self._seen > _PATIENCE:
            hint = N_("Xem lại cụm máy rồi chạy lại đúng lệnh này; không có máy nào thì bỏ --cluster.")
            raise _error(N_("Mất liên lạc với cụm máy “{dia_chi}”."), hint, dia_chi=self._address)


class _Executor(Executor):
    """Dask's executor, closed as those of the standard library are."""

    def __init__(self, client: Client) -> None:
        # Not pure: what failed once is to be tried again, not remembered.
        self._inner = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Send one call to a machine."""
        return self._inner.submit(fn, *args, **kwargs)  # type: ignore[no-any-return]

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Forget what is under way; the cluster lives on."""
        self._inner.shutdown(wait=wait and not cancel_futures)


def _error(message: str, hint: str, **values: object) -> ClusterError:
    return ClusterError(Problem(message, hint, values))
