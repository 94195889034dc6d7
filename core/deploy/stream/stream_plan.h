// stream/: how exported C listens on: which rows of which maps it keeps from one step to the next. Calls
// network/ and graph/; c_writer/ calls it.
#pragma once

#include <optional>
#include <vector>

#include "deploy/graph/graph.h"
#include "network/streaming.h"

namespace kinglet::deploy {

// A map of the trunk holds the rows that its readers have not done with; new ones are appended at its end.
struct StreamMap {
  long offset = -1;  // in the arena, in elements
  int newRows = 0;   // of a step
  int rows = 0;      // in all; as many as newRows where nothing is kept
};

// Where an operator of the trunk reads: rows [first, first + shape.h) of a value's map.
struct StreamRead {
  int value = 0;  // the one that is written, where a view or a crop looks at it
  int first = 0;
  network::Shape shape;  // as the operator sees them
};

struct StreamPlan {
  network::Streaming form;
  int ops = 0;    // graph.ops [0, ops) are the trunk
  int last = 0;   // the value that it hands over; its rows are kept for a whole window
  int late = 0;   // rows of it that the first steps give before the first of a window
  int spare = 0;  // rows of its map before and after a window: a step may begin and end within one
  std::vector<StreamMap> maps;                 // by value; views and crops have none
  std::vector<std::vector<StreamRead>> reads;  // by operator of the trunk and its inputs
  std::vector<long> offset;                    // by value of the other operators, in elements
  long elements = 0;                           // of the whole arena

  // What an operator of the trunk writes in a step.
  network::Shape written(const Graph& graph, const Op& op) const;
};

// apart: as network::streamingOf. Nothing where the network has no such form, or where it would take more memory than
// `mostElements`: whyNot then says so.
std::optional<StreamPlan> planStream(const Graph& graph, const network::NetworkSpec& network, int apart,
                                     long mostElements, base::Message* whyNot = nullptr);

// Frames from one answer to the next, with a stateful form or without: as asked for, half a window for 0.
int answersApart(const std::optional<StreamPlan>& plan, const network::NetworkSpec& network, int apart);

}  // namespace kinglet::deploy
