#include "deploy/graph/arena.h"

#include <algorithm>
#include <numeric>

namespace kinglet::deploy {
namespace {

struct Buffer {
  long size = 0;
  int first = 0, last = 0;  // ops that write it first and read it last; -1 is before the first
  long offset = -1;
  bool overlapsInTime(const Buffer& other) const { return first <= other.last && other.first <= last; }
};

struct Buffers {
  std::vector<int> of;       // by value
  std::vector<long> within;  // by value: where in its buffer it begins
  std::vector<Buffer> list;
};

// Looks at (a part of) what another wrote.
bool looks(OpKind kind) {
  return kind == OpKind::view || kind == OpKind::crop;
}

bool writesInPlace(OpKind kind) {
  switch (kind) {
    case OpKind::add:
    case OpKind::scale:
    case OpKind::hardSwish:
      return true;
    case OpKind::conv:
    case OpKind::depthwise:
    case OpKind::dilatedConv:
    case OpKind::maxPool:
    case OpKind::averagePool:
    case OpKind::globalMean:
    case OpKind::concat:
    case OpKind::slice:
    case OpKind::shuffle:
    case OpKind::view:
    case OpKind::crop:
      return false;
  }
  return false;
}

Buffers buffersOf(const Graph& graph) {
  const int count = static_cast<int>(graph.ops.size());
  // What a view looks at lives as long as the view.
  std::vector<int> owner(graph.values.size());
  std::iota(owner.begin(), owner.end(), 0);
  std::vector<int> lastReader(graph.values.size(), -1);
  for (int i = 0; i < count; ++i) {
    const Op& op = graph.ops[i];
    if (looks(op.kind)) owner[op.output] = owner[op.inputs[0]];
    for (const int input : op.inputs) lastReader[owner[input]] = i;
  }
  lastReader[owner[graph.output]] = count;

  Buffers buffers;
  buffers.of.assign(graph.values.size(), 0);
  buffers.within.assign(graph.values.size(), 0);
  buffers.list.push_back({graph.values[0].shape.elements(), -1, lastReader[0]});
  for (int i = 0; i < count; ++i) {
    const Op& op = graph.ops[i];
    const int last = std::max(i, lastReader[owner[op.output]]);
    if (looks(op.kind)) {
      const network::Shape shape = graph.values[op.output].shape;
      buffers.of[op.output] = buffers.of[op.inputs[0]];
      buffers.within[op.output] =
          buffers.within[op.inputs[0]] + (op.kind == OpKind::crop ? long(op.begin) * shape.w * shape.c : 0);
      continue;
    }
    int over = -1;
    if (writesInPlace(op.kind))
      for (const int input : op.inputs)
        if (over < 0 && lastReader[owner[input]] == i &&
            buffers.list[buffers.of[input]].size == graph.values[op.output].shape.elements())
          over = buffers.of[input];
    if (over >= 0) {
      buffers.of[op.output] = over;
      buffers.list[over].last = last;
    } else {
      buffers.of[op.output] = static_cast<int>(buffers.list.size());
      buffers.list.push_back({graph.values[op.output].shape.elements(), i, last});
    }
  }
  return buffers;
}

// Places the buffers in the given order, each in the lowest gap that is free while it lives; the arena's
// size.
long place(std::vector<Buffer>& buffers, const std::vector<int>& order) {
  for (Buffer& buffer : buffers) buffer.offset = -1;
  long size = 0;
  for (const int index : order) {
    Buffer& buffer = buffers[index];
    std::vector<const Buffer*> taken;
    for (const Buffer& other : buffers)
      if (other.offset >= 0 && other.overlapsInTime(buffer)) taken.push_back(&other);
    std::sort(taken.begin(), taken.end(), [](auto* a, auto* b) { return a->offset < b->offset; });
    long offset = 0;
    for (const Buffer* other : taken) {
      if (offset + buffer.size <= other->offset) break;
      offset = std::max(offset, other->offset + other->size);
    }
    buffer.offset = offset;
    size = std::max(size, offset + buffer.size);
  }
  return size;
}

}  // namespace

Arena planArena(const Graph& graph) {
  Buffers buffers = buffersOf(graph);
  auto& list = buffers.list;
  Arena arena;
  for (int step = -1; step <= static_cast<int>(graph.ops.size()); ++step) {
    long alive = 0;
    for (const Buffer& b : list)
      if (b.first <= step && b.last >= step) alive += b.size;
    arena.lowerBound = std::max(arena.lowerBound, alive);
  }
  std::vector<int> order(list.size());
  std::vector<Buffer> best;
  const auto attempt = [&](auto less) {
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return less(list[a], list[b]); });
    std::vector<Buffer> trial = list;
    // A buffer that was placed badly goes first next time; a few rounds close most gaps.
    for (int round = 0; round < 40; ++round) {
      const long size = place(trial, order);
      if (best.empty() || size < arena.elements) {
        arena.elements = size;
        best = trial;
      }
      if (arena.elements == arena.lowerBound) return;
      const auto worst = std::max_element(order.begin(), order.end(), [&](int a, int b) {
        return trial[a].offset + trial[a].size < trial[b].offset + trial[b].size;
      });
      std::rotate(order.begin(), worst, worst + 1);
    }
  };
  attempt([](const Buffer& a, const Buffer& b) { return a.size > b.size; });
  attempt([](const Buffer& a, const Buffer& b) { return a.last - a.first > b.last - b.first; });
  attempt([](const Buffer& a, const Buffer& b) { return a.first < b.first; });
  for (std::size_t value = 0; value < buffers.of.size(); ++value)
    arena.offset.push_back(best[buffers.of[value]].offset + buffers.within[value]);
  return arena;
}

}  // namespace kinglet::deploy
