#include "deploy/c_writer/c_export.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/words.h"
#include "deploy/c_writer/c_front_end.h"
#include "deploy/c_writer/c_kernels.h"
#include "deploy/c_writer/c_literals.h"
#include "deploy/c_writer/c_sources.h"
#include "network/window_geometry.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

const char* switchOf(OpKind kind) {
  switch (kind) {
    case OpKind::conv:
      return "USE_CONV";
    case OpKind::depthwise:
      return "USE_DEPTHWISE";
    case OpKind::add:
      return "USE_ADD";
    case OpKind::scale:
      return "USE_SCALE";
    case OpKind::maxPool:
    case OpKind::averagePool:
      return "USE_POOL";
    case OpKind::globalMean:
      return "USE_GLOBAL_MEAN";
    case OpKind::concat:
      return "USE_CONCAT";
    case OpKind::slice:
      return "USE_SLICE";
    case OpKind::shuffle:
      return "USE_SHUFFLE";
    case OpKind::hardSwish:
      return "USE_HARD_SWISH";
    case OpKind::dilatedConv:
      return "USE_DILATED";
    case OpKind::view:
      return nullptr;
  }
  return nullptr;
}

using Geometry = network::WindowGeometry;

Geometry geometryOf(const Graph& graph, const Op& op) {
  const Shape in = graph.values[op.inputs[0]].shape, out = graph.values[op.output].shape;
  Geometry g{in.h,       in.w,       in.c,       out.h,      out.w,     out.c,
             op.kernelH, op.kernelW, op.strideH, op.strideW, op.padTop, op.padLeft};
  if (op.kind != OpKind::dilatedConv) return network::turned(g);
  // Its window is told in the call: a byte of the struct may not hold it.
  g.kh = g.kw = g.sh = g.sw = 1;
  g.pt = g.pl = 0;
  return g;
}

std::string text(const Geometry& g) {
  return joined({number(g.h), number(g.w), number(g.c), number(g.oh), number(g.ow), number(g.oc),
                 number(g.kh), number(g.kw), number(g.sh), number(g.sw), number(g.pt), number(g.pl)});
}

// [out][tap][in] -> [block][tap][in][width], as the float kernels walk it; zeros fill the last block up.
std::vector<float> inBlocks(const Op& op) {
  const long channels = static_cast<long>(op.bias.size()),
             each = static_cast<long>(op.weights.size()) / channels;
  std::vector<float> out;
  out.reserve(op.weights.size());
  for (long begin = 0; begin < channels;) {
    const long rest = channels - begin, width = rest >= 16 ? 16 : 8;
    for (long i = 0; i < each; ++i)
      for (long j = 0; j < width; ++j) out.push_back(j < rest ? op.weights[(begin + j) * each + i] : 0.0f);
    begin += width;
  }
  return out;
}

// Of a convolution: less the zero point times the channel's weights, so that codes are multiplied as they are.
std::vector<std::int32_t> biasOf(const Op& op, const QuantizedOp& q, const Scale& in) {
  std::vector<std::int32_t> bias = q.bias;
  if (op.kind != OpKind::conv) return bias;
  const auto each = static_cast<long>(q.weights.size() / bias.size());
  auto weights = q.weights.begin();
  for (auto& b : bias) {
    b -= in.zeroPoint * std::accumulate(weights, weights + each, 0);
    weights += each;
  }
  return bias;
}

// [out][tap][in] -> [tap][in][out], as c/dilated_float.c walks it.
std::vector<float> outputsLast(const Op& op) {
  const std::size_t channels = op.bias.size(), each = op.weights.size() / channels;
  std::vector<float> out(op.weights.size());
  for (std::size_t o = 0; o < channels; ++o)
    for (std::size_t i = 0; i < each; ++i) out[i * channels + o] = op.weights[o * each + i];
  return out;
}

// In the order in which the float kernel of the kind walks them.
std::vector<float> floatWeights(const Op& op) {
  if (op.kind == OpKind::conv) return inBlocks(op);
  return op.kind == OpKind::dilatedConv ? outputsLast(op) : op.weights;
}

std::pair<float, float> limitsOf(Clamp clamp) {
  const float top = std::numeric_limits<float>::max();
  switch (clamp) {
    case Clamp::none:
      return {-top, top};
    case Clamp::relu:
      return {0, top};
    case Clamp::relu6:
      return {0, 6};
    case Clamp::unit:
      return {0, 1};
  }
  return {-top, top};
}

// Emits the constants and the call of each operator, in either type.
class Writer {
 public:
  Writer(const Model& model, const Graph& graph, const QuantizedGraph* quantized, const CNames& names)
      : model_(model), graph_(graph), quantized_(quantized), names_(names), arena_(planArena(graph)) {}

  CSources write() {
    for (std::size_t i = 0; i < graph_.ops.size(); ++i) emit(i);
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

  std::string kernel(const char* name) const { return (shared_ ? shared_->name : "kernel") + "_" + name; }
  std::string at(int value) const { return "arena.values + " + number(arena_.offset[value]); }
  long positions(const Op& op) const {
    const Shape out = graph_.values[op.output].shape;
    return long(out.h) * out.w;
  }

  std::string geometry(std::size_t index) {
    const Op& op = graph_.ops[index];
    std::string fields = text(geometryOf(graph_, op));
    if (quantized_) {
      const auto& q = quantized_->ops[index];
      const auto &in = quantized_->scales[op.inputs[0]], &out = quantized_->scales[op.output];
      fields += ", " + joined({number(in.zeroPoint), number(out.zeroPoint), number(q.low), number(q.high),
                               number(q.rescale.multiplier), number(q.rescale.shift)});
    } else {
      const auto [low, high] = limitsOf(op.clamp);
      fields += ", " + number(low) + ", " + number(high);
    }
    const std::string name = "g" + std::to_string(index);
    constants_ += "static const " + kernel("geometry") + " " + name + " = {" + fields + "};\n";
    return "&" + name;
  }

  std::string weights(std::size_t index) {
    const Op& op = graph_.ops[index];
    const std::string n = std::to_string(index);
    if (!quantized_) {
      constants_ += array("float", "w" + n, floatWeights(op));
      std::vector<float> bias = op.bias;
      if (op.kind == OpKind::conv) bias.resize((bias.size() + 7) / 8 * 8);
      constants_ += array("float", "b" + n, bias);
      return "w" + n + ", b" + n;
    }
    const auto& q = quantized_->ops[index];
    constants_ += array("int8_t", "w" + n, q.weights) +
                  array("int32_t", "b" + n, biasOf(op, q, quantized_->scales[op.inputs[0]])) +
                  array("uint8_t", "s" + n, q.channelShifts);
    return "w" + n + ", b" + n + ", s" + n;
  }

  std::string addLimits(std::size_t index) const {
    const Op& op = graph_.ops[index];
    if (!quantized_) {
      const auto [low, high] = limitsOf(op.clamp);
      return number(low) + ", " + number(high);
    }
    const auto& q = quantized_->ops[index];
    return joined({number(quantized_->scales[op.inputs[0]].zeroPoint),
                   number(quantized_->scales[op.inputs[1]].zeroPoint), number(q.factors[0]),
                   number(q.factors[1]), number(q.addShift), number(quantized_->scales[op.output].zeroPoint),
                   number(q.low), number(q.high)});
  }

  std::string call(std::size_t index) {
    const Op& op = graph_.ops[index];
    const std::string in = at(op.inputs[0]), out = at(op.output);
    const Shape from = graph_.values[op.inputs[0]].shape, to = graph_.values[op.output].shape;
    const bool integer = quantized_ != nullptr;
    switch (op.kind) {
      case OpKind::conv:
      case OpKind::depthwise: {
        const std::string g = geometry(index), w = weights(index);
        return kernel(op.kind == OpKind::conv ? "conv" : "depthwise") + "(" + joined({g, in, w, out}) + ")";
      }
      case OpKind::dilatedConv: {
        const std::string g = geometry(index), w = weights(index);
        return kernel("dilated") + "(" +
               joined({g, number(op.kernelH), number(op.dilationH), number(op.strideH), number(op.padTop), in,
                       w, out}) +
               ")";
      }
      case OpKind::maxPool:
        return kernel("pool") + "(" + joined({geometry(index), in, "0", out}) + ")";
      case OpKind::averagePool:
        return kernel("pool") + "(" + joined({geometry(index), in, "1", out}) + ")";
      case OpKind::globalMean:
        return kernel("global_mean") + "(" +
               (integer ? joined({geometry(index), in, out})
                        : joined({in, number(long(from.h) * from.w), number(from.c), out})) +
               ")";
      case OpKind::add:
        return kernel("add") + "(" +
               joined({in, at(op.inputs[1]), number(to.elements()), addLimits(index), out}) + ")";
      case OpKind::scale:
        return kernel("scale") + "(" +
               (integer ? joined({geometry(index), in, at(op.inputs[1]),
                                  number(quantized_->scales[op.inputs[1]].zeroPoint), out})
                        : joined({in, at(op.inputs[1]), number(positions(op)), number(to.c), out})) +
               ")";
      case OpKind::concat:
        return concat(op);
      case OpKind::slice:
        return kernel("slice") + "(" +
               joined({in + " + " + number(op.begin), number(positions(op)), number(from.c), number(to.c),
                       out}) +
               ")";
      case OpKind::shuffle:
        return kernel("shuffle") + "(" +
               joined({in, number(positions(op)), number(to.c), number(op.groups), out}) + ")";
      case OpKind::hardSwish: {
        std::string table;
        if (integer) {
          constants_ += array("int8_t", "t" + std::to_string(index), quantized_->ops[index].table);
          table = ", t" + std::to_string(index);
        }
        return kernel("hard_swish") + "(" + in + ", " + number(to.elements()) + table + ", " + out + ")";
      }
      case OpKind::view:
        return {};
    }
    return {};
  }

  std::string concat(const Op& op) const {
    const int all = graph_.values[op.output].shape.c;
    std::string text;
    int begin = 0;
    for (const int input : op.inputs) {
      const int channels = graph_.values[input].shape.c;
      text += (text.empty() ? "" : ";\n  ") + kernel("place") + "(" +
              joined({at(input), number(positions(op)), number(channels), number(all),
                      at(op.output) + " + " + number(begin)}) +
              ")";
      begin += channels;
    }
    return text;
  }

  void emit(std::size_t index) {
    const Op& op = graph_.ops[index];
    if (const char* name = switchOf(op.kind)) switches_.insert(name);
    const std::string code = call(index);
    if (code.empty()) return;
    calls_ +=
        "  " + code + "; /* " + base::cComment(op.name) + " */\n  MARK(" + std::to_string(index) + ");\n";
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
            "const model_value *model_invoke(void);\n\n"
            "#ifdef MODEL_PROFILE\n/* Yours to define: called after each operator. */\nvoid model_mark(int "
            "op);\n#endif\n"
            "/* What operator op computes, for a profile. */\nextern const char *const "
            "model_operators[MODEL_OPERATORS];\n\n"
            "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
    return licenceLines(true) + "/* " + (integer ? "int8" : "float") + " network \"" +
           base::cComment(model_.network.name()) + "\", made by Kinglet. */\n" + names_.named(text);
  }

  std::string source() const {
    const auto list = [](std::string text, const auto& items, const auto& wordsOf) {
      for (const auto& item : items) text += "    " + base::cString(wordsOf(item)) + ",\n";
      return text + "};\n";
    };
    std::string text = licenceLines(true) +
                       names_.named("/* Made by Kinglet; see @model@.h. */\n#include \"@model@.h\"\n\n");
    text += shared_ ? "#include \"" + shared_->name + ".h\"\n\n"
                    : names_.named(ownKernels(quantized_ != nullptr, switches_)) + "\n";
    text += constants_;
    text += names_.named(
        "\n/* All maps; aligned for any type. */\nstatic union {\n  model_value values[MODEL_ARENA_BYTES / "
        "sizeof(model_value)];\n"
        "  double alignment;\n} arena;\n\n#ifdef MODEL_PROFILE\n#define MARK(op) model_mark(op)\n#else\n"
        "#define MARK(op) (void)0\n#endif\n\n"
        "model_value *model_input(void) { return " +
        at(0) + "; }\n\nconst model_value *model_invoke(void) {\n");
    text += calls_ + "  return " + at(graph_.output) + ";\n}\n\n";
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
  Arena arena_;
  std::set<std::string> switches_;
  std::string constants_, calls_;
};

}  // namespace

CSources cSources(const Model& model, const Graph& graph, const CNames& names) {
  return Writer(model, graph, nullptr, names).write();
}

CSources cSources(const Model& model, const QuantizedGraph& network, const CNames& names) {
  return Writer(model, network.graph, &network, names).write();
}

CSources sourceNames(const Model& model, bool int8, const CNames& names) {
  CSources sources{names, int8, {}, 0};
  const auto pair = [&](const std::string& name, FileKind kind) {
    for (const char* ending : {".h", ".c"}) sources.files[name + ending] = {kind, {}};
  };
  pair(names.prefix, FileKind::model);
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
