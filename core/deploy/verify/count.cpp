#include "deploy/verify/count.h"

#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "deploy/c_writer/c_front_end.h"
#include "deploy/c_writer/c_sources.h"
#include "deploy/verify/made_up.h"
#include "deploy/verify/qemu.h"
#include "deploy/verify/shell.h"

namespace kinglet::deploy {

std::vector<CountedOperator> countNetwork(const network::NetworkSpec& network, const std::string& board,
                                          const Progress& progress) {
  const Model model = randomModel(network, 1);
  base::Random random(2);
  const std::vector<std::vector<float>> inputs = {randomInput(network.input(), random)};
  const QuantizedGraph quantised = quantize(buildGraph(model), inputs);
  std::vector<std::int8_t> codes;
  for (const float value : inputs[0]) codes.push_back(quantised.scales[0].quantise(value));
  const BoardRun run =
      runOnBoard(cSources(model, quantised), board, {codes}, static_cast<int>(quantised.graph.ops.size()),
                 static_cast<int>(model.classes.size()), progress);
  std::vector<CountedOperator> counted;
  for (std::size_t i = 0; i < quantised.graph.ops.size(); ++i)
    counted.push_back({quantised.graph.ops[i].layer, run.instructions[i]});
  return counted;
}

double countFrame(const network::InputSpec& input, const std::string& board, bool fixedPoint,
                  const Progress& progress) {
  Model model;
  model.input = input;
  const auto mels = static_cast<std::size_t>(input.mels);
  model.weights = {{"input/mean", {input.mels}, std::vector<float>(mels, -5.0f)},
                   {"input/deviation", {input.mels}, std::vector<float>(mels, 2.0f)}};
  const CNames names;
  const FrontEndSources sources = frontEndSources(model, names);
  const WorkFolder folder;
  base::writeAtomically(folder.path / (names.frontEnd + ".h"), sources.header);
  base::writeAtomically(folder.path / (names.frontEnd + ".c"), sources.source);
  base::writeAtomically(folder.path / "frames.c", names.named(cSources().at("board_front_end.c")));
  const BoardProgram run = runProgramOnBoard(folder.path, board, "frames.c " + names.frontEnd + ".c",
                                             fixedPoint ? "-DFIXED=1" : "-DFIXED=0", progress);
  std::string_view rest = run.output;
  const auto ticks = base::leadingNumber(rest), frames = base::leadingNumber(rest);
  if (!ticks || !frames || !(*ticks > 0) || !(*frames > 0))
    throw base::Error("the front end's frames were not counted: %1", run.output);
  return *ticks * run.instructionsATick / *frames;
}

}  // namespace kinglet::deploy
