#include "space/audio_space.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "space/block_builder.h"

namespace kinglet::space {
namespace {

using base::Error;

// What an edited space leaves out.
constexpr double kStemFilters = 16, kStemKernel = 3, kStemStride = 2, kHeadUnits = 0;
constexpr double kWidth = 16, kKernel = 3, kStride = 1, kExpansion = 2, kSqueeze = 0, kSkip = 0,
                 kDilation = 2;
constexpr const char *kUsualSpace = "audio", *kDilatedSpace = "audio-dilated",
                     *kStreamingSpace = "audio-streaming";
constexpr const char *kStemType = "conv2d", *kBlockType = "dwsep", *kTimePadding = "same";

constexpr int kMaxSize = 4096;  // of widths, kernels, expansions

// Reads values by name, so that a space may leave parameters out.
class Choices {
 public:
  Choices(const SearchSpace& space, const Genome& genome) : space_(space), genome_(space.canonical(genome)) {}

  double number(const std::string& name, double otherwise) const {
    const int index = space_.indexOf(name);
    if (index < 0 || !space_.isActive(genome_, index)) return otherwise;
    if (const double* value = std::get_if<double>(&space_.value(genome_, index))) return *value;
    throw Error("parameter \"%1\" of the search space must have numbers as values", name);
  }
  int whole(const std::string& name, double otherwise, int least, int most = kMaxSize) const {
    const double value = number(name, otherwise);
    if (!(value >= least && value <= most) || value != std::floor(value))
      throw Error(
          "parameter \"%1\" of the search space has the value %2; it must be a whole number of %3 .. %4",
          name, toText(value), least, most);
    return static_cast<int>(value);
  }
  std::string text(const std::string& name, const char* otherwise) const {
    const int index = space_.indexOf(name);
    if (index < 0 || !space_.isActive(genome_, index)) return otherwise;
    return toText(space_.value(genome_, index));
  }

 private:
  const SearchSpace& space_;
  Genome genome_;
};

Parameter ordinal(std::string name, std::initializer_list<double> values,
                  std::vector<Condition> activeIf = {}) {
  return {std::move(name), Parameter::Kind::ordinal, {values.begin(), values.end()}, std::move(activeIf)};
}

network::InputSpec inputOf(const Choices& choices, network::InputSpec input) {
  input.mels = choices.whole("n_mels", input.mels, 1, 1024);
  input.hopMs = choices.number("hop_ms", input.hopMs);
  input.clipSeconds = choices.number("clip_s", input.clipSeconds);
  if (!(input.hopMs > 0 && input.hopMs <= 1000))
    throw Error("hop_ms of the search space must be above 0 and at most 1000");
  if (!(input.clipSeconds > 0 && input.clipSeconds <= 600))
    throw Error("clip_s of the search space must be above 0 and at most 600");
  if (input.frames() < 1)
    throw Error("clip_s of the search space is shorter than one analysis window; make it at least %1",
                toText(input.windowMs / 1000));
  return input;
}

// Without num_blocks, all blocks that the space tells of.
int blocksTold(const SearchSpace& space) {
  int number = 0;
  const auto told = [&](int block) {
    const std::string prefix = "b" + std::to_string(block) + "_";
    return std::any_of(space.parameters().begin(), space.parameters().end(),
                       [&](const Parameter& parameter) { return parameter.name.starts_with(prefix); });
  };
  while (told(number + 1)) ++number;
  return number;
}

std::string blockTypes() {
  std::string text;
  for (const char* type : kBlockTypes) text += (text.empty() ? "" : ", ") + std::string(type);
  return text;
}

Block blockOf(const Choices& choices, int number) {
  const std::string prefix = "b" + std::to_string(number) + "_";
  Block block;
  const std::string type = choices.text(prefix + "type", kBlockType);
  const auto found = std::find(std::begin(kBlockTypes), std::end(kBlockTypes), type);
  if (found == std::end(kBlockTypes))
    throw Error("the search space has no block type \"%1\"; there are %2", type.substr(0, 40), blockTypes());
  block.type = static_cast<BlockType>(found - std::begin(kBlockTypes));
  block.width = choices.whole(prefix + "width", kWidth, 1);
  block.kernel = choices.whole(prefix + "kernel", kKernel, 1, 255);
  block.stride = choices.whole(prefix + "stride", kStride, 1, 255);
  block.expansion = choices.whole(prefix + "expansion", kExpansion, 1, 64);
  block.dilation = choices.whole(prefix + "dilation", kDilation, 1, 1024);
  block.squeeze = choices.whole(prefix + "se", kSqueeze, 0, 1) == 1;
  block.skip = choices.whole(prefix + "skip", kSkip, 0, 1) == 1;
  return block;
}

}  // namespace

SearchSpace audioSpace(int maxBlocks, AudioExtras extras) {
  if (maxBlocks < 1 || maxBlocks > 32) throw Error("an audio space has 1 to 32 blocks");
  std::vector<Parameter> parameters = {
      ordinal("n_mels", {16, 24, 32, 48, 64}),
      ordinal("hop_ms", {10, 16, 20, 32}),
      ordinal("clip_s", {1, 1.5, 2, 2.5}),
      {"stem_type", Parameter::Kind::categorical, {"conv2d", "conv1d_time"}, {}},
      ordinal("stem_filters", {4, 8, 12, 16, 24, 32}),
      ordinal("stem_kernel", {3, 5, 7}),
      ordinal("stem_stride", {1, 2, 4}),
  };
  if (extras.streaming)
    parameters.push_back({"time_padding", Parameter::Kind::categorical, {kTimePadding, "valid"}, {}});
  Parameter depth = ordinal("num_blocks", {});
  for (int number = 1; number <= maxBlocks; ++number) depth.values.push_back(double(number));
  parameters.push_back(std::move(depth));
  for (int number = 1; number <= maxBlocks; ++number) {
    const std::string prefix = "b" + std::to_string(number) + "_";
    std::vector<Condition> exists;
    if (number > 1) exists.push_back({"num_blocks", Condition::Kind::atLeast, double(number)});
    std::vector<Condition> expands = exists;
    expands.push_back({prefix + "type", Condition::Kind::equals, std::string("invres")});
    std::vector<Condition> dilates = exists;
    dilates.push_back({prefix + "type", Condition::Kind::equals, std::string("dilated")});
    std::vector<Condition> squeezes = exists;
    if (extras.streaming)
      squeezes.push_back({"time_padding", Condition::Kind::equals, std::string(kTimePadding)});
    parameters.push_back({prefix + "type",
                          Parameter::Kind::categorical,
                          {std::begin(kBlockTypes), std::end(kBlockTypes) - (extras.dilated ? 0 : 1)},
                          exists});
    // Early maps are large, so early layers are narrow: a wide one there would cost more than all the rest.
    if (number <= 2)
      parameters.push_back(ordinal(prefix + "width", {4, 8, 12, 16, 24, 32}, exists));
    else if (number <= 4)
      parameters.push_back(ordinal(prefix + "width", {8, 12, 16, 24, 32, 48, 64}, exists));
    else
      parameters.push_back(ordinal(prefix + "width", {8, 16, 24, 32, 48, 64, 96, 128}, exists));
    parameters.push_back(ordinal(prefix + "kernel", {3, 5}, exists));
    parameters.push_back(ordinal(prefix + "stride", {1, 2}, exists));
    parameters.push_back(ordinal(prefix + "expansion", {1, 2, 3, 4, 6}, std::move(expands)));
    if (extras.dilated) parameters.push_back(ordinal(prefix + "dilation", {2, 4, 8, 16}, std::move(dilates)));
    parameters.push_back(ordinal(prefix + "se", {0, 1}, std::move(squeezes)));
    parameters.push_back(ordinal(prefix + "skip", {0, 1}, exists));
  }
  parameters.push_back(ordinal("head_units", {0, 16, 32, 64}));
  return SearchSpace(std::move(parameters), extras.streaming ? kStreamingSpace
                                            : extras.dilated ? kDilatedSpace
                                                             : kUsualSpace);
}

const std::vector<std::string>& builtinSpaceNames() {
  static const std::vector<std::string> names{kUsualSpace, kDilatedSpace, kStreamingSpace};
  return names;
}

SearchSpace builtinSpace(const std::string& name) {
  if (name == kUsualSpace) return audioSpace();
  if (name == kDilatedSpace) return audioSpace(8, {.dilated = true});
  if (name == kStreamingSpace) return audioSpace(8, {.dilated = true, .streaming = true});
  throw Error("there is no built-in search space \"%1\"", name.substr(0, 40));
}

Candidate decode(const SearchSpace& space, const Genome& genome, const network::InputSpec& base,
                 int classes) {
  const Choices choices(space, genome);
  const network::InputSpec input = inputOf(choices, base);
  const int blocks = choices.whole("num_blocks", blocksTold(space), 0, 64);

  const std::string stemType = choices.text("stem_type", kStemType);
  if (stemType != "conv2d" && stemType != "conv1d_time")
    throw Error("the search space has no stem type \"%1\"; there are conv2d and conv1d_time",
                stemType.substr(0, 40));
  const std::string padding = choices.text("time_padding", kTimePadding);
  if (padding != kTimePadding && padding != "valid")
    throw Error("the search space has no time padding \"%1\"; there are same and valid",
                padding.substr(0, 40));
  const int filters = choices.whole("stem_filters", kStemFilters, 1);
  std::string name = "stem" + std::to_string(filters);
  std::vector<Block> parts;
  for (int number = 1; number <= blocks; ++number) {
    parts.push_back(blockOf(choices, number));
    if (padding == "valid") parts.back().squeeze = false;
    name += std::string(" ") + kBlockTypes[static_cast<int>(parts.back().type)] +
            std::to_string(parts.back().width);
  }

  BlockBuilder builder(std::move(name), input.shape(), padding == kTimePadding);
  builder.stem(stemType == "conv1d_time", filters, choices.whole("stem_kernel", kStemKernel, 1, 255),
               choices.whole("stem_stride", kStemStride, 1, 255));
  for (const Block& part : parts) builder.block(part);
  builder.head(choices.whole("head_units", kHeadUnits, 0), classes);
  return {input, builder.take()};
}

}  // namespace kinglet::space
