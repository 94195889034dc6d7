// Runs what was written, where this machine can, and compares its answers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/message.h"
#include "deploy/deploy.h"
#include "deploy/graph/quantize.h"
#include "deploy/progress.h"

namespace kinglet::deploy {

using Windows = std::vector<std::vector<float>>;  // normalised features, or logits

struct Verification {
  bool verified = false;
  base::Message by;  // "LibTorch", "gcc on this computer"; or why nobody could
  double largestDifference = 0;
  // "verified by LibTorch: 10 windows, largest difference 2.1e-06", "not verified here: ..."
  std::string text() const;
  int windows = 0;
};

// Float artefacts may differ by this much from training, relative to logits over 1.
constexpr double kFloatTolerance = 1e-4;

// Each throws base::Error when the artefact runs and answers otherwise: it must not be handed over.
// `expected` are the logits of `windows`: of training (float) or of the simulation (int8; in C bit for bit,
// in other runtimes within a quantisation step for 99 of 100 outputs). A stop request throws Cancelled.
Verification verifyTorchScript(const std::filesystem::path& path, const network::Shape& shape,
                               const Windows& windows, const Windows& expected,
                               const Progress& progress = {});
// Needs a C compiler and make. folder: plain sources, as writeSources left them; nothing stays behind in it.
// program: what their Makefile makes, the prefix of their names.
Verification verifyC(const std::filesystem::path& folder, const std::string& program, const Windows& windows,
                     const Windows& expected, bool int8, const Progress& progress = {});
// Needs node and npm's onnxruntime-node in ~/.local/share/kinglet/runtimes or where the system keeps such;
// never that of the current folder. step: of the logits, 0 for float.
Verification verifyOnnx(const std::filesystem::path& path, const network::Shape& shape,
                        const Windows& windows, const Windows& expected, double step,
                        const Progress& progress = {});

}  // namespace kinglet::deploy
