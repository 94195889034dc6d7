#include "deploy/c_writer/c_export.h"

#include "base/error.h"
#include "base/files.h"
#include "base/words.h"
#include "deploy/c_writer/c_calls.h"
#include "deploy/c_writer/c_front_end.h"
#include "deploy/c_writer/c_kernels.h"
#include "deploy/c_writer/c_literals.h"
#include "deploy/c_writer/c_sources.h"
#include "deploy/c_writer/c_stream.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

// Emits the constants and the call of each operator, in either type.
class Writer {
 public:
  Writer(const Model& model, const Graph& graph, const QuantizedGraph* quantized, const CNames& names,
         int every)
      : model_(model),
        graph_(graph),
        quantized_(quantized),
        names_(names),
        arena_(planArena(graph)),
        plan_(planStream(graph, model.network, every, arena_.elements)),
        calls_(graph, quantized, shared_ ? shared_->name : "kernel"),
        every_(answersApart(plan_, model.network, every)) {}

  CSources write() {
    for (std::size_t i = 0; i < graph_.ops.size(); ++i) emit(i);
    if (plan_) stateful_ = statefulFunctions(graph_, *plan_, calls_);
    CSources sources = sourceNames(model_, quantized_ != nullptr, names_);
    sources.arenaBytes = arena_.elements * (quantized_ ? 1 : static_cast<long>(sizeof(float)));
    const auto put = [&](const std::string& name, std::string content) {
      sources.files.at(name).content = std::move(content);
    };
    put(names_.prefix + ".h", header(sources.arenaBytes));
    put(names_.prefix + ".c", source());
    const FrontEndSources frontEnd = frontEndSources(model_, names_);
    put(names_.frontEnd + ".h", frontEnd.header);
    put(names_.frontEnd + ".c", frontEnd.source);
    for (const SharedPair* pair : {shared_, frontEnd.shared ? &*frontEnd.shared : nullptr}) {
      if (!pair) continue;
      put(pair->name + ".h", pair->header);
      put(pair->name + ".c", pair->source);
    }
    const StreamSources stream = streamSources(names_, plan_.has_value());
    put(names_.prefix + "_stream.h", stream.header);
    put(names_.prefix + "_stream.c", stream.source);
    put("main.c", licenceLines(false) + names_.named(cSources().at("main.c")));
    put("Makefile", makefile(sources));
    put("LICENSE", std::string(cSources().at("LICENSE")));
    return sources;
  }

 private:
  std::string makefile(const CSources& sources) const {
    std::vector<std::string> code, headers;
    for (const auto& [name, file] : sources.files) {
      if (name.ends_with(".h")) headers.push_back(name);
      if (name.ends_with(".c") && file.kind != FileKind::program) code.push_back(name);
    }
    std::string text = replaced(std::string(cSources().at("Makefile")), "@sources@", joined(code, " "));
    return "# SPDX-License-Identifier: 0BSD\n" +
           names_.named(replaced(std::move(text), "@headers@", joined(headers, " ")));
  }

  std::string at(int value) const { return "arena.values + " + number(arena_.offset[value]); }

  void emit(std::size_t index) {
    const Op& op = graph_.ops[index];
    PlacedOp whole;
    for (const int input : op.inputs) {
      whole.in.push_back(at(input));
      whole.from.push_back(graph_.values[input].shape);
    }
    whole.out = at(op.output);
    whole.to = graph_.values[op.output].shape;
    invoke_ += calls_.statement(index, whole);
  }

  std::string header(long arenaBytes) const {
    const Shape in = graph_.values[0].shape, out = graph_.values[graph_.output].shape;
    const bool integer = quantized_ != nullptr;
    std::string text =
        "#ifndef MODEL_H\n#define MODEL_H\n\n#include <stdint.h>\n\n#ifdef __cplusplus\nextern \"C\" "
        "{\n#endif\n\n";
    const auto define = [&](const char* name, const std::string& value) {
      text += std::string("#define ") + name + " " + value + "\n";
    };
    define("MODEL_FRAMES", number(in.h));
    define("MODEL_MELS", number(in.w));
    define("MODEL_CLASSES", number(out.elements()));
    define("MODEL_OPERATORS", number(static_cast<long>(graph_.ops.size())));
    define("MODEL_ARENA_BYTES", number(arenaBytes) + "L");
    if (plan_)
      define("MODEL_STREAM_BYTES", number(plan_->elements * (integer ? 1 : long(sizeof(float)))) + "L");
    define("MODEL_STATEFUL", plan_ ? "1" : "0");
    if (plan_) define("MODEL_STEP", number(plan_->form.step));
    define("MODEL_MULTI_LABEL", model_.multiLabel ? "1" : "0");
    define("MODEL_INT8", integer ? "1" : "0");
    if (integer) {
      define("MODEL_INPUT_SCALE", number(quantized_->scales[0].scale));
      define("MODEL_INPUT_ZERO", number(quantized_->scales[0].zeroPoint));
      define("MODEL_OUTPUT_SCALE", number(quantized_->scales[graph_.output].scale));
      define("MODEL_OUTPUT_ZERO", number(quantized_->scales[graph_.output].zeroPoint));
    }
    text += std::string("\ntypedef ") + (integer ? "int8_t" : "float") +
            " model_value;\n\nextern const char *const model_labels[MODEL_CLASSES];\n\n"
            "/* Normalised log-mel features, MODEL_FRAMES x MODEL_MELS, time first; model_invoke writes over "
            "them. */\n"
            "model_value *model_input(void);\n"
            "/* Runs the network; MODEL_CLASSES logits, valid until the input is written again." +
            (integer ? " Takes up to 1 kB of stack." : "") +
            " */\n"
            "const model_value *model_invoke(void);\n\n" +
            listening() +
            "#ifdef MODEL_PROFILE\n/* Yours to define: called after each operator. */\nvoid model_mark(int "
            "op);\n#endif\n"
            "/* What operator op computes, for a profile. */\nextern const char *const "
            "model_operators[MODEL_OPERATORS];\n\n"
            "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
    return licenceLines(true) + "/* " + (integer ? "int8" : "float") + " network \"" +
           base::cComment(model_.network.name()) + "\", made by Kinglet. */\n" + names_.named(text);
  }

  std::string listening() const {
    return "/* Frames from one answer to the next of a stream. */\n#ifndef MODEL_EVERY\n#define "
           "MODEL_EVERY " +
           number(every_) +
           "\n#endif\n"
           "/* Where the features of the stream's next frame go, MODEL_MELS of them; then model_listen takes "
           "them: "
           "logits\n   where they end a window, else null. " +
           (plan_ ? "In one memory with the functions above: after model_invoke begin anew,\n   by "
                    "model_forget. "
                    "With MODEL_STREAM_ONLY defined, model_input and model_invoke are left out and\n   the "
                    "arena "
                    "has MODEL_STREAM_BYTES. "
                  : "") +
           "model_push (@model@_stream.h) makes them of sound. */\n"
           "model_value *model_frame(void);\nconst model_value *model_listen(void);\nvoid "
           "model_forget(void);\n\n";
  }

  std::string source() const {
    const auto list = [](std::string text, const auto& items, const auto& wordsOf) {
      for (const auto& item : items) text += "    " + base::cString(wordsOf(item)) + ",\n";
      return text + "};\n";
    };
    std::string text = licenceLines(true) +
                       names_.named("/* Made by Kinglet; see @model@.h. */\n#include \"@model@.h\"\n\n") +
                       (plan_ ? "#include <string.h>\n\n" : "");
    text += shared_ ? "#include \"" + shared_->name + ".h\"\n\n"
                    : names_.named(ownKernels(quantized_ != nullptr, calls_.switches())) + "\n";
    text += calls_.weights();
    text += names_.named(
        "\n/* All maps; aligned for any type. */\nstatic union {\n" +
        std::string(plan_ ? "#ifdef MODEL_STREAM_ONLY\n  model_value values[MODEL_STREAM_BYTES / "
                            "sizeof(model_value)];\n#else\n"
                          : "") +
        "  model_value values[MODEL_ARENA_BYTES / "
        "sizeof(model_value)];\n" +
        (plan_ ? "#endif\n" : "") +
        "  double alignment;\n} arena;\n\n#ifdef MODEL_PROFILE\n#define MARK(op) model_mark(op)\n#else\n"
        "#define MARK(op) (void)0\n#endif\n\n" +
        (plan_ ? stateful_ + "#ifndef MODEL_STREAM_ONLY\n" : "") + calls_.geometry(false) +
        "model_value *model_input(void) { return " + at(0) +
        "; }\n\nconst model_value *model_invoke(void) {\n");
    text += invoke_ + "  return " + at(graph_.output) + ";\n}\n" + (plan_ ? "#endif\n" : "") + "\n";
    text += list(names_.named("const char *const model_labels[MODEL_CLASSES] = {\n"), model_.classes,
                 [](const std::string& label) { return label; });
    text +=
        list(names_.named("\n#ifdef MODEL_PROFILE\nconst char *const model_operators[MODEL_OPERATORS] = {\n"),
             graph_.ops, [](const Op& op) { return op.name; });
    return text + "#endif\n";
  }

  const Model& model_;
  const Graph& graph_;
  const QuantizedGraph* quantized_;
  const CNames& names_;
  const SharedPair* shared_ = names_.isDefault() ? nullptr : &sharedKernels(quantized_ != nullptr);
  const Arena arena_;
  std::optional<StreamPlan> plan_;
  CallWriter calls_;
  const int every_;
  std::string invoke_, stateful_;
};

}  // namespace

CSources cSources(const Model& model, const Graph& graph, const CNames& names, int every) {
  return Writer(model, graph, nullptr, names, every).write();
}

CSources cSources(const Model& model, const QuantizedGraph& network, const CNames& names, int every) {
  return Writer(model, network.graph, &network, names, every).write();
}

CSources sourceNames(const Model& model, bool int8, const CNames& names) {
  CSources sources{names, int8, {}, 0};
  const auto pair = [&](const std::string& name, FileKind kind) {
    for (const char* ending : {".h", ".c"}) sources.files[name + ending] = {kind, {}};
  };
  pair(names.prefix, FileKind::model);
  pair(names.prefix + "_stream", FileKind::stream);
  pair(names.frontEnd, FileKind::frontEnd);
  if (!names.isDefault()) {
    pair(sharedKernels(int8).name, FileKind::shared);
    pair(sharedFrontEndName(model), FileKind::shared);
  }
  sources.files["main.c"] = {FileKind::program, {}};
  sources.files["Makefile"] = {FileKind::build, {}};
  sources.files["LICENSE"] = {FileKind::licence, {}};
  return sources;
}

void writeSources(const CSources& sources, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw base::Error("cannot make the folder %1: %2", folder, error.message());
  for (const auto& [name, file] : sources.files) {
    std::filesystem::create_directories((folder / name).parent_path(), error);
    base::writeAtomically(folder / name, file.content);
  }
}

}  // namespace kinglet::deploy
