#include "deploy/stream/stream_plan.h"

#include <algorithm>

#include "deploy/graph/arena.h"

namespace kinglet::deploy {
namespace {

using network::Shape;

// With n steps done there are n * newRows - late rows of a value, counted from the first of the first window.
// An operator whose window of `reach` rows moves by `stride` can give row r once its input has row
// r * stride + reach - 1.
class Planner {
 public:
  Planner(const Graph& graph, StreamPlan& plan)
      : graph_(graph), plan_(plan), owner_(graph.values.size()), shift_(graph.values.size()), late_(shift_) {
    for (std::size_t v = 0; v < owner_.size(); ++v) owner_[v] = static_cast<int>(v);
    plan_.maps.resize(graph.values.size());
    plan_.maps[0] = {-1, plan_.form.step, plan_.form.step};
  }

  void run() {
    for (int i = 0; i < plan_.ops; ++i) place(graph_.ops[i]);
    for (std::size_t i = static_cast<std::size_t>(plan_.ops); i < graph_.ops.size(); ++i)
      looks(graph_.ops[i]);
    plan_.late = late_[plan_.last];
    plan_.spare = plan_.maps[plan_.last].newRows - 1;
    plan_.maps[plan_.last].rows = graph_.values[plan_.last].shape.h + 2 * plan_.spare;
    layOut();
  }

 private:
  // A view or a crop, which writes nothing.
  bool looks(const Op& op) {
    if (op.kind != OpKind::view && op.kind != OpKind::crop) return false;
    const int from = op.inputs[0], skipped = op.kind == OpKind::crop ? op.begin : 0;
    owner_[op.output] = owner_[from];
    shift_[op.output] = shift_[from] + skipped;
    late_[op.output] = late_[from] + skipped;
    return true;
  }

  void place(const Op& op) {
    const int newRows = plan_.form.step / plan_.form.stride[static_cast<std::size_t>(op.layer)];
    std::vector<StreamRead> reads;
    if (looks(op)) {
      plan_.reads.push_back({});
      return;
    }
    const int reach = (op.kernelH - 1) * op.dilationH + 1;
    int late = 0;
    for (const int input : op.inputs)
      late = std::max(late, (late_[input] + reach + op.strideH - 1) / op.strideH - 1);
    late_[op.output] = late;
    plan_.maps[op.output] = {-1, newRows, newRows};
    for (const int input : op.inputs) {
      const int owner = owner_[input];
      StreamMap& map = plan_.maps[owner];
      // From the first row that the step's first output sees to the last that there is.
      const int needed = map.newRows - late_[owner] + late * op.strideH - shift_[input];
      map.rows = std::max(map.rows, needed);
      Shape shape = graph_.values[input].shape;
      shape.h = (newRows - 1) * op.strideH + reach;
      reads.push_back({owner, needed, shape});  // counted from the end until all readers are known
    }
    plan_.reads.push_back(std::move(reads));
  }

  // What is kept has a place of its own; the rest of the trunk and the other operators share one.
  void layOut() {
    for (auto& reads : plan_.reads)
      for (StreamRead& read : reads) read.first = plan_.maps[read.value].rows - read.first;
    Graph trunk{graph_.values, {}, plan_.last}, rest{graph_.values, {}, graph_.output};
    for (std::size_t i = 0; i < graph_.ops.size(); ++i) {
      const Op& op = graph_.ops[i];
      Op bare;  // without its weights
      bare.kind = op.kind;
      bare.inputs = op.inputs;
      bare.output = op.output;
      bare.begin = op.begin;
      (static_cast<int>(i) < plan_.ops ? trunk : rest).ops.push_back(std::move(bare));
    }
    for (std::size_t v = 0; v < graph_.values.size(); ++v) {
      StreamMap& map = plan_.maps[v];
      const Shape shape = graph_.values[v].shape;
      const bool kept = v == 0 || static_cast<int>(v) == plan_.last || map.rows > map.newRows;
      trunk.values[v].shape.h = kept ? 0 : map.newRows;
      if (v == 0 || map.rows > 0) rest.values[v].shape.h = 0;
      if (!kept) continue;
      map.offset = plan_.elements;
      plan_.elements += long(map.rows) * shape.w * shape.c;
    }
    const Arena during = planArena(trunk), after = planArena(rest);
    for (std::size_t v = 0; v < graph_.values.size(); ++v) {
      StreamMap& map = plan_.maps[v];
      if (map.rows > 0 && map.offset < 0) map.offset = plan_.elements + during.offset[v];
      plan_.offset.push_back(plan_.elements + after.offset[v]);
    }
    plan_.elements += std::max(during.elements, after.elements);
    // What looks at the map that was handed over.
    for (std::size_t v = 0; v < graph_.values.size(); ++v)
      if (owner_[v] == plan_.last) {
        const Shape shape = graph_.values[plan_.last].shape;
        plan_.offset[v] = plan_.maps[plan_.last].offset + long(plan_.spare + shift_[v]) * shape.w * shape.c;
      }
  }

  const Graph& graph_;
  StreamPlan& plan_;
  std::vector<int> owner_, shift_, late_;  // by value; a shift in rows
};

}  // namespace

Shape StreamPlan::written(const Graph& graph, const Op& op) const {
  Shape shape = graph.values[op.output].shape;
  shape.h = maps[op.output].newRows;
  return shape;
}

std::optional<StreamPlan> planStream(const Graph& graph, const network::NetworkSpec& network, int apart,
                                     long mostElements, base::Message* whyNot) {
  const auto form = network::streamingOf(network, apart, whyNot);
  if (!form) return std::nullopt;
  StreamPlan plan;
  plan.form = *form;
  for (const Op& op : graph.ops)
    if (op.layer < form->trunk) {
      ++plan.ops;
      plan.last = op.output;
    }
  Planner(graph, plan).run();
  if (plan.elements > mostElements) {
    if (whyNot) *whyNot = base::Message("it would take more memory than whole windows");
    return std::nullopt;
  }
  return plan;
}

int answersApart(const std::optional<StreamPlan>& plan, const network::NetworkSpec& network, int apart) {
  if (plan) return plan->form.every;
  return apart > 0 ? apart : std::max(1, network.input().h / 2);
}

}  // namespace kinglet::deploy
