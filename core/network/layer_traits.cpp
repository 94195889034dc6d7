#include "network/layer_traits.h"

#include <string_view>

namespace kinglet::network {
namespace {

constexpr LayerTraits tabled(LayerKind kind) {
  switch (kind) {
    case LayerKind::conv2d:
      return {.text = "conv",
              .window = Window::plane,
              .weights = WeightForm::filters,
              .activates = true,
              .normalises = true,
              .work = WorkKind::conv};
    case LayerKind::depthwise:
      return {.text = "depthwise",
              .window = Window::plane,
              .weights = WeightForm::perChannel,
              .activates = true,
              .normalises = true,
              .work = WorkKind::depthwise};
    case LayerKind::pointwise:
      return {.text = "pointwise",
              .window = Window::point,
              .weights = WeightForm::filters,
              .activates = true,
              .normalises = true,
              .work = WorkKind::pointwise};
    case LayerKind::conv1dTime:
      return {.text = "conv1d_time",
              .window = Window::overTime,
              .weights = WeightForm::filters,
              .activates = true,
              .normalises = true,
              .work = WorkKind::conv1d};
    case LayerKind::frequencyToChannels:
      return {.text = "frequency_to_channels", .operators = 0, .work = WorkKind::none};
    case LayerKind::add:
      return {.text = "add", .inputs = 2, .activates = true, .overwrites = true, .moved = Moved::inputTwice};
    case LayerKind::concat:
      return {.text = "concat", .inputs = 2, .moved = Moved::output};
    case LayerKind::split:
      return {.text = "split", .moved = Moved::output, .figure = &Layer::begin};
    case LayerKind::shuffle:
      return {.text = "shuffle", .moved = Moved::input, .figure = &Layer::groups};
    case LayerKind::squeezeExcite:  // pools, two small dense layers, scales: the map is read twice
      return {.text = "squeeze_excite",
              .weights = WeightForm::gate,
              .overwrites = true,
              .operators = 4,
              .work = WorkKind::dense,
              .moved = Moved::inputTwice,
              .figure = &Layer::units};
    case LayerKind::maxPool:
      return {.text = "max_pool", .window = Window::plane, .moved = Moved::windows};
    case LayerKind::averagePool:
      return {.text = "average_pool", .window = Window::plane, .moved = Moved::windows};
    case LayerKind::globalAveragePool:
      return {.text = "global_average_pool", .moved = Moved::input};
    case LayerKind::dense:
      return {.text = "dense",
              .weights = WeightForm::wholeMap,
              .activates = true,
              .normalises = true,
              .work = WorkKind::dense};
    case LayerKind::dilatedConv1dTime:
      return {.text = "dilated_conv1d_time",
              .window = Window::overTime,
              .weights = WeightForm::filters,
              .activates = true,
              .normalises = true,
              .work = WorkKind::conv1d,
              .figure = &Layer::dilation};
    case LayerKind::cropTime:
      return {.text = "crop_time", .operators = 0, .work = WorkKind::none, .figure = &Layer::begin};
  }
  return {};
}

constexpr auto kTraits = [] {
  std::array<LayerTraits, kLayerKindCount> traits{};
  for (const LayerKind kind : allLayerKinds()) traits[static_cast<std::size_t>(kind)] = tabled(kind);
  return traits;
}();

// The compiler writes a value that has no name as "(LayerKind)14".
template <LayerKind kind>
constexpr bool isNamed() {
  constexpr std::string_view text = __PRETTY_FUNCTION__;
  return text.find('(', text.find("kind = ")) == std::string_view::npos;
}
static_assert(isNamed<LayerKind{kLayerKindCount - 1}>() && !isNamed<LayerKind{kLayerKindCount}>(),
              "kLayerKindCount is not that of the last kind");

}  // namespace

const LayerTraits& traitsOf(LayerKind kind) {
  return kTraits.at(static_cast<std::size_t>(kind));
}

const char* toText(LayerKind kind) {
  return traitsOf(kind).text;
}

const char* toText(WorkKind kind) {
  switch (kind) {
    case WorkKind::conv:
      return "conv";
    case WorkKind::pointwise:
      return "pointwise";
    case WorkKind::depthwise:
      return "depthwise";
    case WorkKind::conv1d:
      return "conv1d";
    case WorkKind::dense:
      return "dense";
    case WorkKind::data:
      return "data";
    case WorkKind::none:
      return "none";
  }
  return "none";
}

std::vector<int> weightShape(const Layer& layer) {
  switch (traitsOf(layer.kind).weights) {
    case WeightForm::filters:
      return {layer.filters, layer.kernelH, layer.kernelW, layer.in.c};
    case WeightForm::perChannel:
      return {1, layer.kernelH, layer.kernelW, layer.in.c};
    case WeightForm::wholeMap:
      return {layer.filters, static_cast<int>(layer.in.elements())};
    case WeightForm::none:
    case WeightForm::gate:
      return {};
  }
  return {};
}

}  // namespace kinglet::network
