// The stored form of a network: what differs from a plain layer is written, shapes are worked out again on
// reading.
#include <array>

#include "base/error.h"
#include "base/json.h"
#include "base/json_view.h"
#include "base/words.h"
#include "network/layer_traits.h"
#include "network/network_spec.h"

namespace kinglet::network {
namespace {

using nlohmann::json;

constexpr std::array kActivations = {Activation::none, Activation::relu, Activation::relu6,
                                     Activation::hardSwish};
static_assert(kActivations.size() == static_cast<std::size_t>(Activation::hardSwish) + 1);

constexpr std::array kPaddings = {Padding::same, Padding::valid, Padding::validTime};
static_assert(kPaddings.size() == static_cast<std::size_t>(Padding::validTime) + 1);

// The one of `values` that is called so.
template <class Values>
auto named(const Values& values, const std::string& name, const char* what) {
  for (const auto value : values) {
    if (name == toText(value)) return value;
  }
  throw base::Error("a stored network has an unknown %1, \"%2\"; it may come from a newer version of Kinglet",
                    what, name.substr(0, 40));
}

struct Field {
  const char* key;
  int Layer::*member;
};
constexpr Field kFields[] = {
    {"filters", &Layer::filters},  {"kernel_h", &Layer::kernelH}, {"kernel_w", &Layer::kernelW},
    {"stride_h", &Layer::strideH}, {"stride_w", &Layer::strideW}, {"begin", &Layer::begin},
    {"groups", &Layer::groups},    {"units", &Layer::units},      {"dilation", &Layer::dilation}};

// Names go into exports and onto terminals; those that nobody could read there come from nobody's hand.
std::string nameFrom(const base::JsonView& stored) {
  constexpr std::size_t kLongestName = 200;
  const std::string name = stored.at("name").get<std::string>();
  if (name.size() > kLongestName || base::terminalText(name) != name)
    throw base::Error(
        "a stored network has a name that is longer than %1 bytes or holds control characters: \"%2\"",
        kLongestName, base::terminalText(name.substr(0, 40)));
  return name;
}

template <class T>
T valueOr(const base::JsonView& stored, const char* key, T missing) {
  const auto found = stored.member(key);
  return found ? found->get<T>() : missing;
}

Layer layerFrom(const base::JsonView& stored) {
  Layer layer;
  layer.kind = named(allLayerKinds(), stored.at("kind").get<std::string>(), "kind of layer");
  layer.name = nameFrom(stored);
  layer.inputs = base::as<std::vector<int>>(stored.at("inputs"));
  for (const auto& [key, member] : kFields)
    if (const auto found = stored.member(key)) layer.*member = base::as<int>(*found);
  layer.padding = named(kPaddings, valueOr(stored, "padding", std::string("same")), "padding");
  layer.activation = named(kActivations, valueOr(stored, "activation", std::string("none")), "activation");
  layer.batchNorm = valueOr(stored, "batch_norm", false);
  return layer;
}

}  // namespace

const char* toText(Activation activation) {
  switch (activation) {
    case Activation::none:
      return "none";
    case Activation::relu:
      return "relu";
    case Activation::relu6:
      return "relu6";
    case Activation::hardSwish:
      return "hard_swish";
  }
  return "";
}

const char* toText(Padding padding) {
  switch (padding) {
    case Padding::same:
      return "same";
    case Padding::valid:
      return "valid";
    case Padding::validTime:
      return "valid_time";
  }
  return "";
}

std::string NetworkSpec::toJson() const {
  json layers = json::array();
  const Layer plain;
  for (const Layer& layer : layers_) {
    json stored = {{"kind", toText(layer.kind)}, {"name", layer.name}, {"inputs", layer.inputs}};
    for (const auto& [key, member] : kFields) {
      if (layer.*member != plain.*member) stored[key] = layer.*member;
    }
    if (layer.padding != Padding::same) stored["padding"] = toText(layer.padding);
    if (layer.activation != Activation::none) stored["activation"] = toText(layer.activation);
    if (layer.batchNorm) stored["batch_norm"] = true;
    layers.push_back(std::move(stored));
  }
  return base::jsonText(
      json{{"name", name_}, {"input", {input_.h, input_.w, input_.c}}, {"layers", std::move(layers)}});
}

NetworkSpec NetworkSpec::fromJson(const std::string& text) {
  base::JsonParser parser;
  return fromJson(text, parser);
}

NetworkSpec NetworkSpec::fromJson(const std::string& text, base::JsonParser& parser) {
  try {
    const base::JsonView stored = parser.parse(text, base::Message("a stored network"));
    const auto side = [&](std::size_t i) { return base::as<int>(stored.at("input").at(i)); };
    NetworkSpec network(nameFrom(stored), {side(0), side(1), side(2)});
    for (const base::JsonView& layer : stored.at("layers").elements()) network.add(layerFrom(layer));
    return network;
  } catch (const base::JsonView::exception& error) {
    throw base::Error("a stored network cannot be read (%1)", std::string(error.what()).substr(0, 120));
  }
}

}  // namespace kinglet::network
