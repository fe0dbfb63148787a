"""Times commands in turn, A B C A B C …, so that whatever else slows the machine slows all of them alike.

Usage: measure.py RUNS REFERENCE… -- LABEL WORD… -- LABEL WORD…
Prints a Markdown table: median time, fastest and slowest run, median processor time and peak memory of the process,
and the ratio of the median times to those of the references, which are labels.
"""
import os
import statistics
import subprocess
import sys
import time


def run(words):
    """Seconds of wall clock, seconds of processor time, and KiB that were resident at most."""
    with open(os.devnull, "r+b") as null:
        start = time.perf_counter()
        process = subprocess.Popen(words, stdin=null, stdout=null, stderr=subprocess.PIPE)
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s: exit status %d\n%s" % (" ".join(words), process.returncode, complaint.decode(errors="replace")))
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def groups(arguments):
    found = [[]]
    for argument in arguments:
        if argument == "--":
            found.append([])
        else:
            found[-1].append(argument)
    return found


def main():
    (runs, *references), *commands = groups(sys.argv[1:])
    results = {label: [] for label, *_ in commands}
    for label, *words in commands:
        run(words)  # once for nothing: fills the file cache
    for _ in range(int(runs)):
        for label, *words in commands:
            results[label].append(run(words))
    medians = {label: [statistics.median(column) for column in zip(*result)] for label, result in results.items()}
    head = "| command | median | fastest–slowest | processor | peak memory |"
    print(head + "".join(" × %s |" % reference for reference in references))
    print("|---|---:|---:|---:|---:|" + "---:|" * len(references))
    for label, result in results.items():
        seconds, processor, kib = medians[label]
        times = [row[0] for row in result]
        row = "| %s | %.2f s | %.2f–%.2f s | %.2f s |" % (label, seconds, min(times), max(times), processor)
        row += " %.0f MiB |" % (kib / 1024)
        print(row + "".join(" %.2f |" % (seconds / medians[r][0]) for r in references))


if __name__ == "__main__":
    main()
