"""Adds the timings of Arm's Cortex-M4 Technical Reference Manual (DDI 0439, section 3.3) up over each instruction that QEMU
runs: cycles.py FOLDER, whose folders hold board.elf and kinds."""
import os
import re
import subprocess
import sys
from collections import defaultdict

REFILL = 2  # of the pipeline behind a taken branch: 1 to 3
DIVISION = 7  # UDIV, SDIV: 2 to 12
LINE = re.compile(r"Trace \d+: \S+ \[[0-9a-f]+/([0-9a-f]+)/")


def disassembled(elf):
    """pc -> (mnemonic, operands, bytes); marks: where an operator or a frame ends and begins."""
    code, symbols = {}, {}
    text = subprocess.run(["arm-none-eabi-objdump", "-d", elf], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        if found := re.match(r"([0-9a-f]+) <(.+)>:", line):
            symbols[found[2]] = int(found[1], 16)
        elif found := re.match(r"\s*([0-9a-f]+):\t([0-9a-f ]+)\t(\S+)\s*(.*)", line):
            code[int(found[1], 16)] = (found[3], found[4], len(found[2].replace(" ", "")) // 2)
    return code, symbols


def registers(operands):
    count = 0
    for part in re.search(r"\{(.*)\}", operands)[1].split(","):
        ends = part.strip().split("-")
        count += 1 if len(ends) == 1 else int(ends[1].strip("sdr")) - int(ends[0].strip("sdr")) + 1 if ends[1][1:].isdigit() else 1
    return count


def memory(name):
    return name.startswith(("ldr", "str", "vldr", "vstr"))


def cycles(name, operands, before, taken):
    name = name.split(".")[0]
    if name.startswith(("push", "pop", "ldm", "stm", "vpush", "vpop", "vldm", "vstm")):
        return 1 + registers(operands) + (REFILL if taken else 0)
    if name.startswith(("ldrd", "strd")):
        return 3
    if name.startswith("vldr") or name.startswith("vstr"):
        return 2
    if name.startswith("ldr"):
        return (1 if before else 2) + (REFILL if taken else 0)
    if name.startswith("str"):
        return 1
    if name.startswith(("udiv", "sdiv")):
        return DIVISION
    if name.startswith(("vdiv", "vsqrt")):
        return 14
    if name.startswith(("vmla", "vmls", "vnmla", "vnmls", "vfma", "vfms", "vfnma", "vfnms")):
        return 3
    return 1 + (REFILL if taken else 0)


def traced(folder):
    """(instructions, cycles) of each part between marks."""
    code, symbols = disassembled(os.path.join(folder, "board.elf"))
    front_end = "model_mark" not in symbols
    mark = symbols["frontend_frame_fixed"] if "fixed" in folder else symbols.get("frontend_frame") if front_end else symbols["model_mark"]
    start = None if front_end else symbols["model_invoke"]
    pipe, out = os.pipe()
    process = subprocess.Popen(
        ["qemu-system-arm", "-M", "mps2-an386", "-icount", "shift=0", "-singlestep", "-nographic", "-monitor", "none", "-serial",
         "none", "-semihosting-config", "enable=on,target=native", "-d", "exec,nochain", "-D", f"/dev/fd/{out}", "-kernel",
         "board.elf"], cwd=folder, pass_fds=[out], stdout=subprocess.DEVNULL)
    os.close(out)
    parts, count, sum_, last, before, running = [], 0, 0, None, False, False
    returns = None
    with os.fdopen(pipe) as lines:
        for line in lines:
            found = LINE.match(line)
            if not found:
                continue
            pc = int(found[1], 16)
            if running and last is not None and last in code:
                name, operands, size = code[last]
                count += 1
                sum_ += cycles(name, operands, before, pc != last + size)
                before = memory(name)
            if front_end:
                if pc == mark and not running:
                    running, count, sum_, before = True, 0, 0, False
                    returns = last + code[last][2]
                elif running and pc == returns:
                    parts.append((count, sum_))
                    running = False
            elif pc == start and not parts:
                running = True
            elif running and pc == mark:
                parts.append((count, sum_))
                running = None  # until it is back
                returns = last + code[last][2]
            elif running is None and pc == returns:
                running, count, sum_, before = True, 0, 0, False
            last = pc
    process.wait()
    return parts


def main():
    total = defaultdict(lambda: [0, 0])
    root = sys.argv[1]
    for name in sorted(os.listdir(root)):
        folder = os.path.join(root, name)
        kinds = open(os.path.join(folder, "kinds")).read().split()
        parts = traced(folder)
        if len(kinds) == 1:
            kinds = kinds * len(parts)
        for kind, (count, sum_) in zip(kinds, parts):
            total[kind][0] += count
            total[kind][1] += sum_
    for kind, (count, sum_) in sorted(total.items()):
        print(f"{kind:16} {count:10} instructions {sum_:10} cycles {sum_ / count:7.3f} each")
    print("cycles: " + ", ".join(f"{kind} {sum_ / count:.2f}" for kind, (count, sum_) in sorted(total.items())))


main()
