// How an exported network listens on: a hop of samples in, answers out. Where the network has a stateful form
// (network/streaming.h) it computes new rows alone and answers as whole windows would: in int8 bit for bit, in
// float to rounding, as sums go in another order. Else a ring keeps the frames' features. Beside it the functions that
// take frames of features instead.
#pragma once

#include <string>

#include "deploy/c_writer/c_calls.h"
#include "deploy/c_writer/c_names.h"
#include "deploy/stream/stream_plan.h"

namespace kinglet::deploy {

// The functions of the stateful form, which stand in the network's own source beside its weights.
std::string statefulFunctions(const Graph& graph, const StreamPlan& plan, CallWriter& calls);

struct StreamSources {
  std::string header, source;
};
StreamSources streamSources(const CNames& names, bool stateful);

}  // namespace kinglet::deploy
