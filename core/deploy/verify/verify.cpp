#include "deploy/verify/verify.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <sstream>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/system_reason.h"
#include "deploy/onnx/onnx.h"
#include "deploy/torchscript/torchscript.h"
#include "deploy/verify/shell.h"

namespace kinglet::deploy {
namespace fs = std::filesystem;
namespace {

std::string floatBytes(const Windows& windows) {
  std::string bytes;
  for (const auto& window : windows)
    bytes.append(reinterpret_cast<const char*>(window.data()), window.size() * sizeof(float));
  return bytes;
}

// Compares; step 0: within kFloatTolerance.
Verification compared(const Windows& got, const Windows& expected, double step, base::Message by) {
  if (got.size() != expected.size())
    throw base::Error("the export ran in %1 but did not answer every window", by);
  Verification result{true, std::move(by), 0, static_cast<int>(got.size())};
  long outputs = 0, apart = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (got[i].size() != expected[i].size())
      throw base::Error("the export answered with another number of classes");
    for (std::size_t c = 0; c < got[i].size(); ++c, ++outputs) {
      const double difference = std::abs(double(got[i][c]) - expected[i][c]);
      const double allowed =
          step > 0 ? 1.001 * step : kFloatTolerance * std::max(1.0, double(std::abs(expected[i][c])));
      apart += !(difference <= allowed);
      result.largestDifference = std::max(result.largestDifference, difference);
    }
  }
  if (step > 0 ? 100 * apart > outputs : apart > 0)
    throw base::Error(
        "the export ran in %1 but answered otherwise, by up to %2; do not use it, and please report this",
        result.by, base::figure(base::scientific(result.largestDifference, 1)));
  return result;
}

Verification notHere(base::Message why) {
  return {false, std::move(why), 0, 0};
}

// One line of logits a window.
Windows linesOf(const std::string& text) {
  Windows answers;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::string_view numbers = line;
    answers.emplace_back();
    while (const auto value = base::leadingNumber(numbers))
      answers.back().push_back(static_cast<float>(*value));
  }
  return answers;
}

constexpr const char* kRunOnnx = R"(
const fs = require('fs'), ort = require(process.argv[2]);
(async () => {
  const shape = JSON.parse(process.argv[5]), size = shape.reduce((a, b) => a * b, 1);
  const session = await ort.InferenceSession.create(process.argv[3], {intraOpNumThreads: 1, logSeverityLevel: 3});
  const bytes = fs.readFileSync(process.argv[4]);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  for (let i = 0; i < all.length; i += size) {
    const {logits} = await session.run({features: new ort.Tensor('float32', all.slice(i, i + size), shape)});
    console.log(Array.from(logits.data, x => x.toPrecision(9)).join(' '));
  }
})();
)";

// Whether others than this user and the system could have put something there.
bool isOurs(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && (status.st_uid == ::geteuid() || status.st_uid == 0) &&
         (status.st_mode & 022) == 0;
}

// onnxruntime-node where Kinglet or the system keeps it, by its absolute path. Never from the current folder
// or a place that the environment names: it is code, and it is run.
fs::path onnxRuntime() {
  std::vector<fs::path> places = {"/usr/local/lib", "/usr/lib"};
  if (const passwd* user = ::getpwuid(::geteuid()); user && user->pw_dir && *user->pw_dir == '/')
    places.insert(places.begin(), fs::path(user->pw_dir) / ".local/share/kinglet/runtimes");
  for (const fs::path& place : places) {
    const fs::path modules = place / "node_modules", runtime = modules / "onnxruntime-node";
    if (isOurs(place) && isOurs(modules) && isOurs(runtime)) return runtime;
  }
  return {};
}

}  // namespace

std::string Verification::text() const {
  if (!verified) return "not verified here: " + by.english();
  return "verified by " + by.english() + ": " + std::to_string(windows) + " windows, largest difference " +
         (largestDifference == 0 ? "0" : base::scientific(largestDifference, 1));
}

Verification verifyTorchScript(const fs::path& path, const network::Shape& shape, const Windows& windows,
                               const Windows& expected, const Progress& progress) {
  Windows got;
  for (const auto& window : windows) {
    progress.tell(base::Message("running the file in LibTorch"), double(got.size()) / double(windows.size()));
    got.push_back(runTorchScript(path, shape, window));
  }
  return compared(got, expected, 0, base::Message("LibTorch"));
}

Verification verifyC(const fs::path& folder, const std::string& program, const Windows& windows,
                     const Windows& expected, bool int8, const Progress& progress) {
  for (const char* tool : {"make", "cc"}) {
    if (!installed(tool))
      return notHere(base::Message("%1 is not installed (Debian: build-essential)", tool));
  }
  const WorkFolder work;
  std::error_code error;
  fs::copy(folder, work.path, fs::copy_options::recursive, error);
  if (error) throw base::Error("cannot copy %1: %2", folder, base::systemReason(error.value()));
  progress.tell(base::Message("building the C sources"), 0);
  runCommand(work.path, "make -s " + program, base::Message("build the exported C sources"), progress.stop());
  progress.tell(base::Message("running the C sources"), 0.8);
  base::writeAtomically(work.path / "windows.f32", floatBytes(windows));
  const auto answers = [&](const char* how) {
    return linesOf(runCommand(work.path, "./" + program + how + "windows.f32",
                              base::Message("run the exported C sources"), progress.stop()));
  };
  const Windows got = answers(" --features ");
  if (int8 && got != expected)
    throw base::Error("the C export does not answer as the simulation; please report this");
  const Windows streamed = answers(" --stream-features ");
  if (!int8) compared(streamed, expected, 0, base::Message("the C compiler of this computer"));
  if (int8 && streamed != got)
    throw base::Error("the C export answers otherwise where it listens on; please report this");
  return compared(got, expected, 0, base::Message("the C compiler of this computer"));
}

Verification verifyOnnx(const fs::path& path, const network::Shape& shape, const Windows& windows,
                        const Windows& expected, double step, const Progress& progress) {
  progress.tell(base::Message("checking the ONNX file"), 0);
  checkOnnx(path);
  if (!installed("node"))
    return notHere(base::Message("it passes the ONNX checker, but node is not installed to run it"));
  const fs::path runtime = onnxRuntime();
  if (runtime.empty())
    return notHere(base::Message(
        "it passes the ONNX checker, but onnxruntime-node is not installed (npm install --ignore-scripts "
        "--prefix ~/.local/share/kinglet/runtimes onnxruntime-node)"));
  progress.tell(base::Message("running the ONNX file"), 0.3);
  const WorkFolder work;
  base::writeAtomically(work.path / "run.cjs", kRunOnnx);
  base::writeAtomically(work.path / "windows.f32", floatBytes(windows));
  std::string sides = "[1," + std::to_string(shape.h) + "," + std::to_string(shape.w);
  sides += shape.c == 1 ? "]" : "," + std::to_string(shape.c) + "]";
  return compared(
      linesOf(runProgram(
          work.path, {"node", "run.cjs", runtime.string(), fs::absolute(path).string(), "windows.f32", sides},
          base::Message("run the ONNX file"), progress.stop())),
      expected, step, base::Message("onnxruntime-node"));
}

}  // namespace kinglet::deploy
