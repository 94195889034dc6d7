#include "network/baselines.h"
#include "network/network_spec.h"
#include "seeds.h"
#include "space/audio_space.h"
#include "space/search_space.h"

namespace kinglet::fuzz {
namespace {

constexpr const char* kSpace = R"({"name": "small",
 "objectives": [{"name": "sum", "scale": "log", "known": true, "reference": 100},
                {"name": "error", "reference": 10, "goal": "maximise"},
                {"name": "product", "known": true, "reference": 100, "limit": 12}],
 "parameters": [
  {"name": "deep", "kind": "ordinal", "values": [1, 2, 3, 4, 5, 6], "active_if": [{"parameter": "kind", "equals": "b"}]},
  {"name": "kind", "kind": "categorical", "values": ["a", "b"]},
  {"name": "width", "kind": "ordinal", "values": [1, 2, 3, 4, 5, 6, 7, 8], "active_if": [{"parameter": "deep", "at_least": 2}]}]})";

std::string parameter(const std::string& name, const std::string& values, const std::string& condition = {}) {
  return R"({"name": ")" + name + R"(", "kind": "ordinal", "values": )" + values +
         (condition.empty() ? "" : R"(, "active_if": [)" + condition + "]") + "}";
}

std::string space(const std::vector<std::string>& parameters, const std::string& objectives = {}) {
  std::string text = R"({"name": "x", )" + objectives + R"("parameters": [)";
  for (std::size_t i = 0; i < parameters.size(); ++i) text += (i ? "," : "") + parameters[i];
  return text + "]}";
}

std::string on(const std::string& name, const std::string& what = R"("equals": 1)") {
  return R"({"parameter": ")" + name + R"(", )" + what + "}";
}

// Each parameter hangs on all before it.
std::string entangled(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) {
    std::string conditions;
    for (int j = 0; j < i; ++j)
      conditions += (j ? "," : "") + on("p" + std::to_string(j), R"("at_least": 1)");
    all.push_back(parameter("p" + std::to_string(i), "[0, 1, 2]", conditions));
  }
  return space(all);
}

// Pairs that hang on parameters far apart.
std::string crossed(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.push_back(parameter("p" + std::to_string(i), "[0, 1, 2, 3]"));
  for (int i = 0; i < count; ++i)
    all.push_back(
        parameter("q" + std::to_string(i), "[0, 1]",
                  on("p" + std::to_string(i)) + "," + on("p" + std::to_string((i * 7 + 3) % count))));
  return space(all);
}

std::string manyValues(int count) {
  std::string values = "[0";
  for (int i = 1; i < count; ++i) values += "," + std::to_string(i);
  return values + "]";
}

}  // namespace

void putSpaces() {
  putJson("space", "small", kSpace);
  putJson("space", "audio", space::audioSpace(2).toJson());
  put("space", "genome",
      joined({space::audioSpace(1).toJson(), R"({"n_mels": 64, "num_blocks": 1, "x": 1e300})"}));
  const std::pair<const char*, std::string> hostile[] = {
      {"cycle", space({parameter("a", "[1]", on("b")), parameter("b", "[1]", on("a"))})},
      {"self", space({parameter("a", "[1]", on("a"))})},
      {"twice", space({parameter("a", "[1]"), parameter("a", "[1]")})},
      {"empty", space({parameter("a", "[]")})},
      {"none", space({})},
      {"values", space({parameter("a", manyValues(20'000))})},
      {"wrong", space({parameter("a", R"([1e300, -1e300, "x", null])")})},
      {"entangled", entangled(40)},
      {"crossed", crossed(40)},
      {"huge", space({parameter("n_mels", "[100000]"), parameter("clip_s", "[1e9]"),
                      parameter("num_blocks", "[8]"), parameter("b1_width", "[2147483647]")})},
      {"negative", space({parameter("n_mels", "[-5]"), parameter("stem_filters", "[0]"),
                          parameter("stem_stride", "[-1]")})},
      {"fractions", space({parameter("n_mels", "[64.5]"), parameter("stem_kernel", "[1e18]"),
                           parameter("hop_ms", "[1e-9]")})}};
  for (const auto& [name, text] : hostile) {
    put("space", name, text);
    put("settings", std::string("space-") + name, R"({"space": )" + text + "}");
  }

  const std::string lines =
      "\n{\"ask\": 2}\n{\"tell\": 0, \"objectives\": [4, 0.5, 3]}\n{\"tell\": 1, \"failed\": \"why\"}\n"
      "{\"add\": {\"kind\": \"b\", \"deep\": 2, \"width\": 8}, \"objectives\": [39, 1.2, NaN]}\n{\"ask\": "
      "3}\n"
      "{\"tell\": 3, \"objectives\": [1e300, null, -Infinity], \"stopped\": true}\n";
  for (const char* chosen : {"0", "1", "2"})
    put("optimise", std::string("talk") + chosen, joined({kSpace, chosen + lines}));
  putJson("optimise", "file", kSpace);
  put("optimise", "nonsense",
      joined({kSpace,
              "0\n{\"tell\": -1}\n{\"tell\": 1e300, \"objectives\": []}\n{\"ask\": 0}\n[]\nnull\n\x1b[2J\n" +
                  std::string(100'000, '[') + "\n"}));
  const std::string known =
      R"("objectives": [{"name": "error", "reference": 1e300}, {"name": "e", "scale": "log", "reference": 0}], )";
  put("optimise", "references", joined({space({parameter("a", "[1, 2]")}, known), "0" + lines}));
  put("optimise", "exhausted",
      joined({space({parameter("a", "[1]")}, R"("objectives": [{"name": "error", "reference": 1}], )"),
              "1\n{\"ask\": 3}\n{\"tell\": 0, \"objectives\": [0.5]}\n{\"ask\": 3}\n"}));

  const network::InputSpec input;
  for (const char* name : {"ds_cnn", "mobilenet_v1:0.25"})
    putJson("network", std::string(name).substr(0, 6),
            network::namedNetwork(name, input.shape(), 4).toJson());
  const space::SearchSpace audio = space::audioSpace(4);
  base::Random random(1);
  for (int i = 0; i < 6; ++i)
    put("network", "audio" + std::to_string(i),
        space::decode(audio, audio.sample(random), input, 4).network.toJson());
}

}  // namespace kinglet::fuzz
