#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/device/device_profile.h"
#include "energy/predictor/measured_table.h"
#include "energy/predictor/predictor.h"
#include "reader.h"
#include "seeds.h"

namespace kinglet::fuzz {
namespace {

using nlohmann::json;

// A model of twelve kernels, with three trees at most.
std::string modelText(const std::string& method, const std::string& table) {
  energy::TableOptions options;
  options.target = "energy_mJ";
  energy::PredictorOptions how;
  how.method = method;
  how.folds = 3;
  const auto path = folder() / "model.json";
  energy::Predictor::fit(energy::readMeasuredTable(file("kernels.csv", table), options), how).save(path);
  json model = base::parsedJson<json>(base::readText(path), "a model");
  if (auto& regressor = model["regressor"]; regressor.contains("trees")) {
    json& trees = regressor["trees"];
    while (trees.size() > 3) trees.erase(trees.size() - 1);
  }
  return base::jsonText(model);
}

}  // namespace

void putModels() {
  std::string kernels = "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\n";
  std::string columns = "a,b,energy_mJ\n";
  for (int i = 0; i < 12; ++i) {
    kernels += std::to_string(i) + "," + std::to_string(8 + 2 * i) + ",3,1,8," +
               std::to_string(16 + 8 * (i % 3)) + "," + base::fixed(0.1 + 0.07 * i * i, 4) + "\n";
    columns +=
        std::to_string(i) + "," + std::to_string(i * i % 7) + "," + base::fixed(0.1 + 0.07 * i, 4) + "\n";
  }
  for (const char* method : {"forest", "process"}) {
    const std::string text = modelText(method, kernels);
    putJson("energy_model", method, text);
    putJson("energy_model", std::string(method) + "-columns", modelText(method, columns));
  }
  json forest = base::parsedJson<json>(modelText("forest", kernels), "a model");
  // Trees that lead out of themselves, around in themselves, nowhere.
  const std::pair<const char*, json> trees[] = {
      {"index31", json::array({json::array({json::array({0, 2147483648u, 0.5, 0.1})})})},
      {"index32",
       json::array({json::array({json::array({0, 4294967297u, 0.5, 0.1}), json::array({0, 0, 1, 1})})})},
      {"around", json::array({json::array(
                     {json::array({0, 0, 1, 1}), json::array({0, 1, 1, 1}), json::array({0, 0, 1, 1})})})},
      {"column", json::array({json::array({json::array({1e300, 1, 1, 1}), json::array({0, 0, 1, 1}),
                                           json::array({0, 0, 1, 1})})})},
      {"empty", json::array({json::array()})},
      {"none", json::array()},
      {"text", "trees"}};
  for (const auto& [name, value] : trees) {
    json changed = forest;
    changed["regressor"]["trees"] = value;
    put("energy_model", std::string("trees-") + name, base::jsonText(changed));
  }

  for (const char* id : {"nucleo-u575", "gap9", "rx65n"})
    putJson("device", id, energy::toJson(energy::device(id)));
}

}  // namespace kinglet::fuzz
