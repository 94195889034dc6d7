// The whole way of one export: quantise, write, verify, describe. What the command line and the window call.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "deploy/c_writer/c_export.h"
#include "deploy/forms/form.h"
#include "deploy/graph/int8.h"
#include "deploy/package/card.h"
#include "deploy/progress.h"
#include "deploy/tflite/tflite.h"
#include "deploy/verify/qemu.h"
#include "deploy/verify/verify.h"

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
  bool replace = false;       // what is there already may be replaced
  bool run = true;            // what is written may be compiled and run, to try it
  // Of C only. Left out: plain sources, kDefaultPrefix.
  std::optional<Form> form = {};
  std::optional<std::string> prefix = {};
};
// Throws base::Error where a plan makes no sense (int8 TorchScript, a board without int8 C, a prefix without
// C), the prefix is none, or a tool chain would not take the folder's name.
void check(const ExportPlan& plan);
// All that the plan writes, in the order of their names; known before anything is worked out.
struct PlannedFile {
  std::filesystem::path path;
  FileKind kind;
};
std::vector<PlannedFile> filesOf(const Model& model, const ExportPlan& plan);
// What the plan would replace, of the artefact and what is written beside it.
std::vector<std::filesystem::path> alreadyThere(const ExportPlan& plan);

struct ExportResult {
  std::vector<std::filesystem::path> files;
  Card card;
  Verification verification;
  std::optional<Int8Network> int8;
  std::optional<BoardRun> board;
  std::vector<std::string> operators;  // names, as BoardRun::instructions counts them
};

// What the plan's card will say, as far as it is known before anything is written. int8: null for float.
Card cardOf(const Model& model, const ModelOrigin& origin, const ExportPlan& plan, const Int8Network* int8);

// Beside the artefact it writes NAME.card.md, NAME.card.json and NAME.test.json (one window and the logits
// expected of it). Everything is made and tried in a hidden folder beside the target and then renamed into
// place: when this throws, nothing was handed over. Without sounds.features a float export is tried on
// made-up features, and the card says so. ready: of makeInt8 on the same model and sounds, where it was made
// before. Throws base::Error, also when what was written answers otherwise than it must; Cancelled.
ExportResult exportNetwork(const Model& model, const ModelOrigin& origin, const Sounds& sounds,
                           const ExportPlan& plan, const Progress& progress = {},
                           const Int8Network* ready = nullptr);

}  // namespace kinglet::deploy
