"""
Runs `main.py` in a virtual environment that has exactly what requirements.txt names: `python3 run.py [--record] [NAME …]`.
"""

import os
import subprocess
import sys
import venv

from frameworks import HERE, WORK


def environment():
    """The interpreter of the environment, which is kept until requirements.txt changes."""
    requirements = HERE / "requirements.txt"
    folder = WORK / "python"
    python = folder / "bin" / "python"
    mark = folder / "requirements.txt"
    if python.exists() and mark.exists() and mark.read_bytes() == requirements.read_bytes():
        return python
    print("frameworks: installing what requirements.txt names", flush=True)
    venv.create(folder, clear=True, with_pip=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]
    if subprocess.run(install, check=False).returncode != 0:
        sys.exit("frameworks: the packages could not be installed; the command needs a Python package index")
    mark.write_bytes(requirements.read_bytes())
    return python


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit(f"frameworks: Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    python = environment()
    os.execv(python, [str(python), str(HERE / "main.py"), *sys.argv[1:]])
