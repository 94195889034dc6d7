// Models of energy, as `kinglet energy fit` writes them.
#include <cmath>
#include <memory>

#include "energy/predictor/explain.h"
#include "energy/predictor/model_choice.h"
#include "energy/predictor/predictor.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "reader.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  static const network::InputSpec input;
  static const network::NetworkSpec network = network::namedNetwork("ds_cnn", input.shape(), 4);
  static const std::vector<energy::LayerWork> works = energy::workOf(network);
  std::shared_ptr<const energy::Predictor> predictor;
  if (!attempt([&] {
        predictor =
            std::make_shared<energy::Predictor>(energy::Predictor::fromText(std::string(bytes), "x.json"));
      }))
    return;
  predictor->importance();
  attempt([&] { predictor->predict(works); });
  attempt([&] { energy::explain(*predictor, works); });
  attempt([&] {
    const double energy = energy::modelFor(predictor, "x")->estimate(input, network).millijoules;
    require(std::isfinite(energy) && energy >= 0, "an energy is a figure");
  });
  attempt([&] { predictor->refined({{"measured", works, 1.5}}); });
  attempt([&] {
    energy::MeasuredRow row;
    row.works = {works[0]};
    row.values.assign(predictor->features().columns().size(), 1);
    if (predictor->features().level() == energy::FeatureLevel::columns) predictor->predict(row);
  });
  attempt([&] {
    const auto path = folder() / "saved.json";
    predictor->save(path);
    energy::Predictor::load(path);
  });
}

}  // namespace kinglet::fuzz
