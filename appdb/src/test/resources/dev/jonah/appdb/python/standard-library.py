#!/usr/bin/env python3
# Makes standard-library.txt: which files Python has below lib/pythonX.Y and include/pythonX.Y, and from which to which version.
# Takes the prefixes of versions as "make install" leaves them (pyenv install …) and a file of further lines for versions that
# are not at hand; a file that the newest version has is taken to stay.
import os, re, sys
found = {}
newest = 0
for prefix in sys.argv[1:-1]:
    for kind in ('lib', 'include'):
        for python in os.listdir(os.path.join(prefix, kind)):
            top = os.path.join(prefix, kind, python)
            version = re.fullmatch(r'python([23])\.(\d+)m?', python)
            if not version: continue
            number = int(version[2]) if version[1] == '3' else 2
            newest = max(newest, number)
            for directory, names, files in os.walk(top):
                names[:] = [n for n in names if n not in ('__pycache__', 'site-packages', 'greenlet')]
                for name in files:
                    path = os.path.relpath(os.path.join(directory, name), top)
                    if path.endswith(('.pyc', '.pyo', '.pickle', '.egg-info')) or path.startswith('ensurepip/_bundled/') and path.endswith('.whl'): continue
                    if name.startswith('_sysconfigdata'): continue
                    path = re.sub(r'^config[^/]*/', 'config/', path)
                    path = re.sub(r'^(lib-dynload/[^./]+)\..*', r'\1', path)
                    path = re.sub(r'libpython[^/]*\.a$', 'libpython.a', path)
                    found.setdefault(kind + '/' + path, set()).add(number)
lines = [p + (' %d-%s' % (min(v), '' if max(v) == newest else max(v))) for p, v in found.items()]
lines += [line.strip() for line in open(sys.argv[-1]) if line.strip()]
print('\n'.join(sorted(lines)))
