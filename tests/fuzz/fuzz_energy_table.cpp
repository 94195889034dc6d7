// Tables of measured kernels and networks, of layers and of boards.
#include "energy/device/board_table.h"
#include "energy/device/layer_table.h"
#include "energy/predictor/measured_table.h"
#include "reader.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  const auto parts = partsOf(bytes, 2);
  const auto table = file("x.csv", parts[0]);
  energy::TableOptions options;
  options.target = "energy_mJ";
  const auto use = [&] {
    const energy::MeasuredTable measured = energy::readMeasuredTable(table, options);
    for (const energy::MeasuredRow& row : measured.rows) require(row.energyMj > 0, "an energy is above 0");
    for (const auto& note : measured.notes) note.english();
  };
  attempt(use);
  if (parts.size() == 2) {
    options.layers = file("layers.csv", parts[1]);
    attempt(use);
    attempt([&] { energy::readLayerTable(options.layers); });
    options.layers.clear();
  }
  options.unit = "uJ";
  options.features = {"HW"};
  attempt(use);
  attempt([&] { energy::readLayerTable(table); });
  attempt([&] {
    for (const auto& system : energy::readBoardTable(table)) system.isComplete({"kws"});
  });
}

}  // namespace kinglet::fuzz
