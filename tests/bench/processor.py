"""Processor time: where others use the cores too, it is the figure to trust."""

import contextlib

import psutil


def processor_seconds() -> dict[str, float]:
    """Processor time so far of everything that was started here, by what it is."""
    spent: dict[str, float] = {}
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            name = _kind(process) if process != me else "load"
            ended = times.children_user + times.children_system  # of the backends that are gone
            spent[name] = spent.get(name, 0.0) + times.user + times.system + ended
    return spent


def _kind(process: psutil.Process) -> str:
    """What a process is: a service or simulator by its module, a server by its program."""
    command = " ".join(process.cmdline()).split()
    if "-m" in command[:3]:
        return command[command.index("-m") + 1]
    return process.name()
