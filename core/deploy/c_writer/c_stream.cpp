#include "deploy/c_writer/c_stream.h"

#include "deploy/c_writer/c_literals.h"
#include "deploy/c_writer/c_sources.h"
#include "deploy/c_writer/shared_pair.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

std::string place(long offset) {
  return "arena.values + " + number(offset);
}

class StatefulWriter {
 public:
  StatefulWriter(const Graph& graph, const StreamPlan& plan, CallWriter& calls)
      : graph_(graph), plan_(plan), calls_(calls) {}

  std::string write() {
    std::string steps, answers;
    for (std::size_t i = 0; i < graph_.ops.size(); ++i)
      (static_cast<int>(i) < plan_.ops ? steps : answers) += operation(i);
    const StreamMap& input = plan_.maps[0];
    const std::string window = place(plan_.offset[plan_.last]), row = number(rowOf(plan_.last));
    const std::string late = number(-plan_.late), least = number(-plan_.spare);
    std::string text =
        "/* ---- listening on: of a step what is new alone ---- */\n"
        "#if (MODEL_EVERY) % MODEL_STEP || (MODEL_EVERY) < MODEL_STEP || (MODEL_EVERY) > MODEL_FRAMES\n"
        "#error \"MODEL_EVERY must be a multiple of MODEL_STEP, and MODEL_FRAMES at most\"\n#endif\n"
        "#define KEPT_ROWS " +
        number(graph_.values[plan_.last].shape.h) +
        " /* that an answer comes of */\n"
        "#define ROWS_A_STEP " +
        number(plan_.maps[plan_.last].newRows) +
        "\n"
        "#define ROWS_AN_ANSWER ((MODEL_EVERY) / MODEL_STEP * ROWS_A_STEP)\n\n" +
        calls_.geometry(true) + calls_.newGeometry() +
        "\nstatic int step_frames; /* of the step that is not whole yet */\n"
        "static int kept = " +
        late +
        "; /* rows from the window's first on; below 0 before it */\n\n"
        "model_value *model_frame(void) { return " +
        place(input.offset) + " + (" + number(input.rows - input.newRows) +
        " + step_frames) * MODEL_MELS; }\n\n"
        "void model_forget(void) {\n  step_frames = 0;\n  kept = " +
        late +
        ";\n}\n\n"
        "const model_value *model_listen(void) {\n"
        "  model_value *const rows = " +
        window + " + (kept > " + least + " ? kept : " + least + ") * " + row +
        ";\n"
        "  if (++step_frames < MODEL_STEP) return 0;\n  step_frames = 0;\n" +
        steps + shift(0);
    text += "  kept += ROWS_A_STEP;\n  if (kept < KEPT_ROWS) return 0;\n" + answers +
            "  kept -= ROWS_AN_ANSWER;\n"
            "#if ROWS_AN_ANSWER < KEPT_ROWS + ROWS_A_STEP - 1\n"
            "  if (kept > 0) memmove(" +
            window + ", " + window + " + ROWS_AN_ANSWER * " + row + ", (size_t)kept * " + row +
            " * sizeof(model_value));\n#endif\n"
            "  return " +
            place(plan_.offset[graph_.output]) + ";\n}\n\n";
    return text;
  }

 private:
  long rowOf(int value) const {
    const Shape shape = graph_.values[value].shape;
    return long(shape.w) * shape.c;
  }

  // Makes room for a step's rows at the end of a map.
  std::string shift(int value) const {
    const StreamMap& map = plan_.maps[value];
    const long row = rowOf(value), keeps = (map.rows - map.newRows) * row;
    if (keeps <= 0) return {};
    return "  memmove(" + place(map.offset) + ", " + place(map.offset + map.newRows * row) + ", " +
           number(keeps) + " * sizeof(model_value));\n";
  }

  std::string operation(std::size_t index) {
    const Op& op = graph_.ops[index];
    const bool trunk = static_cast<int>(index) < plan_.ops;
    if (op.kind == OpKind::view || op.kind == OpKind::crop) return {};
    PlacedOp at;
    at.newRows = trunk;
    std::string before;
    for (std::size_t i = 0; i < op.inputs.size(); ++i) {
      if (trunk) {
        const StreamRead& read = plan_.reads[index][i];
        at.in.push_back(place(plan_.maps[read.value].offset + read.first * rowOf(read.value)));
        at.from.push_back(read.shape);
      } else {
        at.in.push_back(place(plan_.offset[op.inputs[i]]));
        at.from.push_back(graph_.values[op.inputs[i]].shape);
      }
    }
    if (!trunk) {
      at.to = graph_.values[op.output].shape;
      at.out = place(plan_.offset[op.output]);
    } else {
      const StreamMap& map = plan_.maps[op.output];
      const bool handedOver = op.output == plan_.last;
      at.to = plan_.written(graph_, op);
      at.out = handedOver ? "rows" : place(map.offset + (map.rows - map.newRows) * rowOf(op.output));
      if (!handedOver) before = shift(op.output);
    }
    return before + calls_.statement(index, at);
  }

  const Graph& graph_;
  const StreamPlan& plan_;
  CallWriter& calls_;
};

}  // namespace

std::string statefulFunctions(const Graph& graph, const StreamPlan& plan, CallWriter& calls) {
  return StatefulWriter(graph, plan, calls).write();
}

StreamSources streamSources(const CNames& names, bool stateful) {
  const std::string header =
      "/* Listens on: sound as it comes. Made by Kinglet. */\n#ifndef MODEL_STREAM_H\n#define "
      "MODEL_STREAM_H\n\n#include \"@frontend@.h\"\n#include \"@model@.h\"\n\n#ifdef __cplusplus\nextern "
      "\"C\" {\n#endif\n\n"
      "/* 1: the front end in integers, 0: in floats. */\n"
      "#ifndef MODEL_FIXED_FRONTEND\n#define MODEL_FIXED_FRONTEND MODEL_INT8\n#endif\n\n"
      "/* Takes the next FRONTEND_HOP samples; MODEL_CLASSES logits where they end a window, else null. "
      "Windows "
      "begin\n   MODEL_EVERY frames apart. Each frame is worked out once." +
      std::string(stateful ? " Of the network only what is new is computed; an answer comes up\n   to "
                             "MODEL_STEP - 1 frames after its window."
                           : "") +
      " Logits are valid until the next call. */\n"
      "const model_value *model_push(const int16_t *samples);\n"
      "/* Forgets what was heard. */\nvoid model_reset(void);\n\n"
      "/* A feature as the network takes it. */\nmodel_value model_code(float feature);\n\n"
      "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
  return {licenceLines(false) + names.named(header),
          licenceLines(false) +
              names.named("/* Made by Kinglet; see @model@_stream.h. */\n#include \"@model@_stream.h\"\n\n"
                          "#include <math.h>\n#include <string.h>\n\n" +
                          std::string(cSources().at("stream.c")))};
}

}  // namespace kinglet::deploy
