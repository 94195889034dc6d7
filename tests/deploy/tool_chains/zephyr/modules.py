#!/usr/bin/env python3
"""What Zephyr's scripts make of modules and prj.conf: modules.py prj.conf OUTPUT MODULE..."""
import pathlib
import re
import sys

import kconfiglib
import yaml

# Of the schema of module.yml what a module without boards and tests has.
BUILD = {"cmake": str, "kconfig": str, "cmake-ext": bool, "kconfig-ext": bool, "depends": list, "settings": dict}
# Modules that Zephyr brings, by name.
TAKEN = {"cmsis", "cmsis_6", "cmsis-dsp", "cmsis-nn", "hal_nordic", "hal_stm32", "littlefs", "segger", "tflite-micro"}


def described(module):
    meta = yaml.safe_load((module / "zephyr/module.yml").read_text())
    if set(meta) - {"name", "build"} or set(meta["build"]) - set(BUILD):
        sys.exit(f"{module}: unknown key in module.yml: {meta}")
    if not isinstance(meta.get("name", module.name), str):
        sys.exit(f"{module}: Malformed section in module.yml: the name is {meta['name']!r}, not text")
    for key, value in meta["build"].items():
        if not isinstance(value, BUILD[key]):
            sys.exit(f"{module}: Malformed section in module.yml: {key} is {value!r}")
    name = meta.get("name", module.name)
    if name in TAKEN:
        sys.exit(f"{module}: a module of Zephyr is called {name}")
    TAKEN.add(name)
    cmake, kconfig = module / meta["build"].get("cmake", "zephyr"), module / meta["build"].get("kconfig", "zephyr/Kconfig")
    if not (cmake / "CMakeLists.txt").is_file():
        sys.exit(f'{module}: "cmake" has a folder value which does not contain a CMakeLists.txt file')
    if not kconfig.is_file():
        sys.exit(f'{module}: "kconfig" has a value which does not point to a valid Kconfig file')
    return name, re.sub("[^a-zA-Z0-9]", "_", name), cmake, kconfig


def main():
    project, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    modules = [(pathlib.Path(path), *described(pathlib.Path(path))) for path in sys.argv[3:]]
    out.mkdir(parents=True, exist_ok=True)
    cmake = "set(ZEPHYR_MODULE_NAMES " + " ".join(name for _, _, name, _, _ in modules) + ")\n"
    tree = 'mainmenu "Zephyr"\nconfig REQUIRES_FULL_LIBC\n\tbool "Require complete C library"\n'
    for path, name, word, lists, kconfig in modules:
        cmake += f'set(ZEPHYR_{word}_MODULE_DIR "{path.resolve()}")\nset(ZEPHYR_{word}_CMAKE_DIR "{lists.resolve()}")\n'
        tree += f'menu "{name} ({path})"\nosource "{kconfig.resolve()}"\n'
        tree += f"config ZEPHYR_{word.upper()}_MODULE\n\tbool\n\tdefault y\nendmenu\n"
    (out / "modules.cmake").write_text(cmake)
    (out / "Kconfig").write_text(tree)
    settings = kconfiglib.Kconfig(str(out / "Kconfig"), warn_to_stderr=False)
    settings.warn_assign_undef = True
    settings.load_config(str(project))
    # To Zephyr a warning is an error, and so is a setting that was asked for in vain.
    complaints = list(settings.warnings)
    complaints += [f"{symbol.name} is {symbol.str_value}" for symbol in settings.unique_defined_syms
                   if symbol.user_value is not None and symbol.str_value != kconfiglib.TRI_TO_STR[symbol.user_value]]
    if complaints:
        sys.exit("\n".join(complaints))
    settings.write_config(str(out / ".config"))
    settings.write_autoconf(str(out / "autoconf.h"))


main()
