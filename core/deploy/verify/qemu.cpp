#include "deploy/verify/qemu.h"

#include <limits>
#include <numeric>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "deploy/c_writer/c_kernels.h"
#include "deploy/c_writer/c_sources.h"
#include "deploy/verify/shell.h"

namespace kinglet::deploy {
namespace {

struct Board {
  const char *id, *name, *machine, *flags;
  long codeOrigin, codeBytes, dataOrigin, dataBytes;
  double nanosecondsATick;  // of the system timer, at the clock that QEMU gives the board
};

const std::vector<Board>& boards() {
  static const std::vector<Board> list = {
      // QEMU has no board of a Cortex-M0+ with enough memory; a Cortex-M3 runs its code as it is.
      {"cortex-m0plus", "Cortex-M0+ code (QEMU mps2-an385)", "mps2-an385", "-mcpu=cortex-m0plus", 0, 4 << 20,
       0x20000000, 4 << 20, 40},
      {"cortex-m3", "Cortex-M3 (QEMU mps2-an385)", "mps2-an385", "-mcpu=cortex-m3", 0, 4 << 20, 0x20000000,
       4 << 20, 40},
      {"cortex-m4", "Cortex-M4 (QEMU mps2-an386)", "mps2-an386",
       "-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16", 0, 4 << 20, 0x20000000, 4 << 20, 40},
      {"cortex-m7", "Cortex-M7 (QEMU mps2-an500)", "mps2-an500",
       "-mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16", 0, 4 << 20, 0x20000000, 4 << 20, 40},
      // These two start in their secure state, whose view of the memories this is.
      {"cortex-m33", "Cortex-M33 (QEMU mps2-an505)", "mps2-an505",
       "-mcpu=cortex-m33 -mfloat-abi=hard -mfpu=fpv5-sp-d16", 0x10000000, 4 << 20, 0x38000000, 2 << 20, 50},
      {"cortex-m55", "Cortex-M55 (QEMU mps3-an547)", "mps3-an547", "-mcpu=cortex-m55 -mfloat-abi=hard",
       0x10000000, 512 << 10, 0x30000000, 512 << 10, 31.25},
  };
  return list;
}

const Board& boardOf(const std::string& id) {
  std::string known;
  for (const Board& board : boards()) {
    if (board.id == id) return board;
    known += (known.empty() ? "" : ", ") + std::string(board.id);
  }
  throw base::Error("there is no emulated board \"%1\"; the boards are %2", id, known);
}

void require(const char* program, const char* package) {
  if (!installed(program))
    throw base::Error("%1 is not installed; on Debian: apt-get install %2", program, package);
}

std::string compiler(const Board& board) {
  return std::string("arm-none-eabi-gcc -mthumb -std=c99 -O2 ") + board.flags;
}

// Of a folder's sources and the board's own; what the program says.
std::string linkAndRun(const std::filesystem::path& folder, const Board& board, const std::string& sources,
                       const std::string& options, const Progress& progress) {
  std::string script(cSources().at("board.ld"));
  const auto fill = [&](const std::string& name, long value) {
    script.replace(script.find(name), name.size(), std::to_string(value));
  };
  fill("CODE_ORIGIN", board.codeOrigin);
  fill("CODE_BYTES", board.codeBytes);
  fill("DATA_ORIGIN", board.dataOrigin);
  fill("DATA_BYTES", board.dataBytes);
  base::writeAtomically(folder / "board.ld", script);
  base::writeAtomically(folder / "board.c", cSources().at("board.c"));
  runCommand(folder,
             compiler(board) + " " + options + " --specs=rdimon.specs -T board.ld board.c " + sources +
                 " -o board.elf -lm",
             base::Message("link the network for %1", board.name), progress.stop());
  progress.tell(base::Message("running on %1", board.name), 0.2);
  return runCommand(folder,
                    "qemu-system-arm -M " + std::string(board.machine) +
                        " -icount shift=0 -nographic -monitor none -serial none"
                        " -semihosting-config enable=on,target=native -kernel board.elf",
                    base::Message("run the network on %1", board.name), progress.stop());
}

void requireTools() {
  require("arm-none-eabi-gcc", "gcc-arm-none-eabi libnewlib-arm-none-eabi");
  require("qemu-system-arm", "qemu-system-arm");
}

// The network's own files and the operators that it shares with others, for a command; without the front end.
struct Network {
  std::string sources, objects, roots;
};

Network networkOf(const CSources& sources) {
  const std::string& prefix = sources.names.prefix;
  std::vector<std::string> stems = {prefix};
  if (!sources.names.isDefault()) stems.push_back(sharedKernels(true).name);
  Network network;
  for (const auto& stem : stems) {
    network.sources += (network.sources.empty() ? "" : " ") + stem + ".c";
    network.objects += (network.objects.empty() ? "" : " ") + stem + ".o";
  }
  for (const char* root : {"input", "invoke", "labels"}) network.roots += " -u " + prefix + "_" + root;
  return network;
}

}  // namespace

std::vector<std::string> qemuBoards() {
  std::vector<std::string> ids;
  for (const Board& board : boards()) ids.emplace_back(board.id);
  return ids;
}

BoardRun runOnBoard(const CSources& sources, const std::string& id,
                    const std::vector<std::vector<std::int8_t>>& inputs, int operators, int classes,
                    const Progress& progress) {
  const Board& board = boardOf(id);
  requireTools();
  const WorkFolder folder;
  writeSources(sources, folder.path);
  base::writeAtomically(folder.path / "network.c", sources.names.named(cSources().at("board_network.c")));
  std::string codes;
  for (const auto& input : inputs) codes.append(reinterpret_cast<const char*>(input.data()), input.size());
  base::writeAtomically(folder.path / "inputs.bin", codes);

  progress.tell(base::Message("compiling for %1", board.name), 0);
  const std::string compile = compiler(board);
  const Network network = networkOf(sources);
  // The size is that of the code that ships: without the marks of the profile, and of what networks share
  // only what this one calls.
  const base::Message what("compile the network for %1", board.name);
  runCommand(
      folder.path,
      compile + " -Wall -Wextra -Werror -pedantic -ffunction-sections -fdata-sections -c " + network.sources,
      what, progress.stop());
  runCommand(folder.path,
             "arm-none-eabi-ld -r --gc-sections" + network.roots + " " + network.objects + " -o network.o",
             what, progress.stop());
  BoardRun result;
  result.board = board.name;
  std::istringstream size(
      runCommand(folder.path, "arm-none-eabi-size network.o", base::Message("measure the network's size")));
  size.ignore(std::numeric_limits<std::streamsize>::max(), '\n');  // the heading
  long text = 0, data = 0, bss = 0;
  size >> text >> data >> bss;
  result.flashBytes = text;
  result.arenaBytes = data + bss;
  std::istringstream ticks(linkAndRun(folder.path, board, "network.c " + network.sources,
                                      "-D" + sources.names.macros + "_PROFILE", progress));
  result.instructions.assign(static_cast<std::size_t>(operators), 0);
  long op = 0, count = 0;
  while (ticks >> op >> count)
    if (op >= 0 && op < operators)
      result.instructions[static_cast<std::size_t>(op)] =
          static_cast<long>(static_cast<double>(count) * board.nanosecondsATick);
  result.total = std::accumulate(result.instructions.begin(), result.instructions.end(), 0L);

  const std::string answers = base::readText(folder.path / "outputs.bin");
  const auto each = static_cast<std::size_t>(classes);
  if (answers.size() != inputs.size() * each || result.total == 0)
    throw base::Error("the emulated %1 did not answer all inputs", board.name);
  for (std::size_t i = 0; i < inputs.size(); ++i)
    result.answers.emplace_back(answers.begin() + static_cast<long>(i * each),
                                answers.begin() + static_cast<long>((i + 1) * each));
  return result;
}

std::string boardCompiler(const std::string& id) {
  const Board& board = boardOf(id);
  requireTools();
  const WorkFolder folder;
  std::string version = runCommand(folder.path, "arm-none-eabi-gcc -dumpversion",
                                   base::Message("ask the compiler for its version"));
  while (!version.empty() && version.back() == '\n') version.pop_back();
  return "arm-none-eabi-gcc " + version + " -O2 " + board.flags;
}

BoardProgram runProgramOnBoard(const std::filesystem::path& folder, const std::string& id,
                               const std::string& sources, const std::string& options,
                               const Progress& progress) {
  const Board& board = boardOf(id);
  requireTools();
  return {linkAndRun(folder, board, sources, options, progress), board.nanosecondsATick};
}

}  // namespace kinglet::deploy
