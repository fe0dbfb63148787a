#!/usr/bin/env python3
# Makes three packages of conda by hand, indexes them as a channel and installs them with rattler; the records that it writes
# are those beside this script. Wants py-rattler 0.28 and conda-package-handling 2.6 (pip install), and runs as: make.py /opt/demo
import asyncio, hashlib, json, os, pathlib, shutil, subprocess, sys, datetime
import rattler
from rattler.index import index_fs
out = pathlib.Path(sys.argv[1]).resolve(); shutil.rmtree(out, ignore_errors=True); out.mkdir(parents=True)
chan = out/'channel'
PH = '/opt/placehold_' + 'placehold_'*20
def sha(b): return hashlib.sha256(b).hexdigest()
def pkg(name, version, build, subdir, files, links={}, dirs=(), noarch=None, link=None, depends=(), license='BSD-3-Clause', placeholders={}, bz2=False, no_link=()):
    d = out/'src'/f'{name}-{version}-{build}'; (d/'info').mkdir(parents=True)
    paths=[]
    for p,(content,mode) in files.items():
        f=d/p; f.parent.mkdir(parents=True,exist_ok=True); f.write_bytes(content); f.chmod(mode)
        e={'_path':p,'path_type':'hardlink','sha256':sha(content),'size_in_bytes':len(content)}
        if p in placeholders: e['prefix_placeholder']=PH; e['file_mode']=placeholders[p]
        if p in no_link: e['no_link']=True
        paths.append(e)
    for p,t in links.items():
        f=d/p; f.parent.mkdir(parents=True,exist_ok=True); f.symlink_to(t)
        tgt=f.resolve()
        b = tgt.read_bytes() if tgt.is_file() else b''
        paths.append({'_path':p,'path_type':'softlink','sha256':sha(b),'size_in_bytes':len(b)})
    for p in dirs:
        (d/p).mkdir(parents=True); paths.append({'_path':p,'path_type':'directory'})
    paths.sort(key=lambda e:e['_path'])
    idx={'name':name,'version':version,'build':build,'build_number':0,'depends':list(depends),'license':license,'subdir':subdir,'timestamp':1700000000000}
    if subdir=='noarch': idx['noarch']=noarch or 'generic'
    else: idx.update(arch='x86_64',platform='linux')
    (d/'info/index.json').write_text(json.dumps(idx,indent=2))
    (d/'info/paths.json').write_text(json.dumps({'paths':paths,'paths_version':1},indent=2))
    (d/'info/files').write_text(''.join(e['_path']+'\n' for e in paths))
    (d/'info/about.json').write_text(json.dumps({'summary':f'{name} for tests','home':'https://example.org/'+name,'license':license}))
    if placeholders: (d/'info/has_prefix').write_text(''.join(f'{PH} {m} {p}\n' for p,m in placeholders.items()))
    if link: (d/'info/link.json').write_text(json.dumps(link))
    dest=chan/subdir; dest.mkdir(parents=True,exist_ok=True)
    ext='.tar.bz2' if bz2 else '.conda'
    subprocess.run([sys.executable,'-m','conda_package_handling.cli','create','--out-folder',str(dest),str(d),f'{name}-{version}-{build}{ext}'],check=True,stdout=subprocess.DEVNULL)
x=0o755
pkg('python','3.11.7','h0_0_cpython','linux-64',{
  'bin/python3.11':(b'#!/bin/sh\nexec /usr/local/bin/python3.11 "$@"\n',x),
  'lib/python3.11/os.py':(b'name = "posix"\n',0o644)}, links={'bin/python':'python3.11','bin/python3':'python3.11'}, license='Python-2.0')
pkg('hello','1.0','h1','linux-64',{
  'bin/hello':(f'#!{PH}/bin/python\nprint("hello")\n'.encode(),x),
  'lib/libhello.so.1':(b'\x7fELF'+PH.encode()+b'/share/hello\0tail\0',x),
  'share/hello/data.txt':(b'data\n',0o644),
  'share/hello/empty':(b'',0o644)}, links={'lib/libhello.so':'libhello.so.1'},
  placeholders={'bin/hello':'text','lib/libhello.so.1':'binary'}, depends=['python >=3.11'], bz2=True)
pkg('greet','2.0','pyhd_0','noarch',{
  'site-packages/greet/__init__.py':(b'def main():\n    print("hi")\n',0o644),
  'site-packages/greet-2.0.dist-info/METADATA':(b'Metadata-Version: 2.1\nName: greet\nVersion: 2.0\n',0o644),
  'site-packages/greet-2.0.dist-info/RECORD':(b'greet/__init__.py,sha256=x,28\n',0o644),
  'site-packages/greet-2.0.dist-info/INSTALLER':(b'conda\n',0o644),
  'python-scripts/greet-script':(b'#!/usr/bin/env python\n',x)}, noarch='python', link={'noarch':{'type':'python','entry_points':['greet = greet:main']},'package_metadata_version':1}, depends=['python'])
async def main():
    await index_fs(chan)
    recs=await rattler.solve(sources=[rattler.Channel('file://'+str(chan))],specs=['hello','greet'],platforms=['linux-64','noarch'])
    spec=[rattler.MatchSpec('hello')._match_spec,rattler.MatchSpec('greet')._match_spec]
    await rattler.install(recs,target_prefix=str(out/'env'),cache_dir=str(out/'pkgs'),show_progress=False,requested_specs=spec)
asyncio.run(main())
