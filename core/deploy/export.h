// The whole way of one export: quantise, write, verify, describe. What the command line and the window call.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "deploy/card.h"
#include "deploy/int8.h"
#include "deploy/qemu.h"
#include "deploy/tflite.h"
#include "deploy/verify.h"

namespace kinglet::deploy {

enum class Format { torchscript, onnx, c, tflite };
const char* toText(Format format);
Format formatFrom(const std::string& text);  // throws base::Error listing the formats

struct ExportPlan {
  Format format = Format::tflite;
  bool int8 = false;
  Ends ends = Ends::int8;     // of int8 TFLite; ONNX has float ends always
  std::filesystem::path out;  // a file; for C a folder
  std::string board;          // "cortex-m4": also run the int8 C export there, emulated; empty: not
};
// Throws base::Error where a plan makes no sense (int8 TorchScript, a board without int8 C).
void check(const ExportPlan& plan);

struct ExportResult {
  std::vector<std::filesystem::path> files;
  Card card;
  Verification verification;
  std::optional<Int8Network> int8;
  std::optional<BoardRun> board;
  std::vector<std::string> operators;  // names, as BoardRun::instructions counts them
};

// Beside the artefact it writes NAME.card.md, NAME.card.json and NAME.test.json (one window and the logits
// expected of it). progress: a line for people now and then; may be empty. Throws base::Error, also when what
// was written answers otherwise than it must; then the artefact is left in place for whoever wants to look,
// without a card.
ExportResult exportNetwork(const Model& model, const Origin& origin, const Sounds& sounds,
                           const ExportPlan& plan,
                           const std::function<void(const std::string&)>& progress = {});

}  // namespace kinglet::deploy
