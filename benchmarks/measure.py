"""Times commands in turn, A B C A B C …, so that whatever else slows the machine slows all of them alike.

Usage: measure.py RUNS REFERENCE… -- LABEL WORD… -- LABEL WORD…
Prints a Markdown table: median time, fastest and slowest, peak memory of the process and its children, and the ratio of
the medians to those of the references, which are labels.
"""
import os
import statistics
import subprocess
import sys
import time


def run(words):
    """Seconds of wall clock, and KiB that were resident at most."""
    with open(os.devnull, "r+b") as null:
        start = time.perf_counter()
        process = subprocess.Popen(words, stdin=null, stdout=null, stderr=subprocess.PIPE)
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s: exit status %d\n%s" % (" ".join(words), process.returncode, complaint.decode(errors="replace")))
    return seconds, usage.ru_maxrss


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
    medians = {label: statistics.median(seconds for seconds, _ in result) for label, result in results.items()}
    print("| command | median | fastest–slowest | peak memory |" + "".join(" × %s |" % r for r in references))
    print("|---|---:|---:|---:|" + "---:|" * len(references))
    for label, result in results.items():
        times = [seconds for seconds, _ in result]
        memory = statistics.median(kib for _, kib in result) / 1024
        row = "| %s | %.2f s | %.2f–%.2f s | %.0f MiB |" % (label, medians[label], min(times), max(times), memory)
        print(row + "".join(" %.2f |" % (medians[label] / medians[r]) for r in references))


if __name__ == "__main__":
    main()
