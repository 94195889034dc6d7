#include "energy/device/layer_table.h"

#include <cctype>
#include <cmath>

#include "base/csv.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kMaxLayers = 1'000'000;  // a table beyond this is not one of networks

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

bool kindOf(const std::string& type, LayerWork& work) {
  if (type == "CONV_2D")
    work.kind = work.kernelH == 1 && work.kernelW == 1 ? WorkKind::pointwise
                : work.in.w == 1 && work.kernelW == 1  ? WorkKind::conv1d
                                                       : WorkKind::conv;
  else if (type == "CONV_1D")
    work.kind = WorkKind::conv1d;
  else if (type == "DEPTHWISE_CONV_2D")
    work.kind = WorkKind::depthwise;
  else if (type == "FULLY_CONNECTED" || type == "DENSE")
    work.kind = WorkKind::dense;
  else if (type == "RESHAPE" || type == "SQUEEZE" || type == "EXPAND_DIMS")
    work.kind = WorkKind::none;
  else if (type == "ADD" || type == "MUL" || type == "SUB" || type == "CONCATENATION" ||
           type == "AVERAGE_POOL_2D" || type == "MAX_POOL_2D" || type == "MEAN" || type == "SOFTMAX" ||
           type == "RELU" || type == "RELU6" || type == "HARD_SWISH" || type == "LOGISTIC" ||
           type == "QUANTIZE" || type == "DEQUANTIZE" || type == "PAD" || type == "TRANSPOSE" ||
           type == "SPLIT" || type == "STRIDED_SLICE")
    work.kind = WorkKind::data;
  else
    return false;
  return true;
}

}  // namespace

std::map<std::string, std::vector<LayerWork>> readLayerTable(const std::filesystem::path& path) {
  base::CsvReader csv(path, base::sniffTable(path));
  csv.readHeader();
  const auto networkColumn = csv.findColumn("network"), layerColumn = csv.findColumn("layer");
  const auto macsColumn = csv.findColumn("macs"), paramsColumn = csv.findColumn("params");
  const std::size_t type = csv.column("type");
  std::vector<std::size_t> shape;
  for (const char* name :
       {"in_h", "in_w", "in_c", "out_h", "out_w", "out_c", "kernel_h", "kernel_w", "stride"})
    shape.push_back(csv.column(name));

  std::map<std::string, std::vector<LayerWork>> networks;
  std::size_t rows = 0;
  while (const auto row = csv.next()) {
    if (++rows > kMaxLayers)
      csv.fail(base::Message("a layer table has at most a million rows; is this one of layers?"));
    int numbers[9];
    for (std::size_t i = 0; i < shape.size(); ++i) {
      const double value = csv.number(*row, shape[i]);
      if (value < 1 || value > 1e6 || value != std::floor(value))
        csv.fail(base::Message("a shape, kernel or stride must be a whole number from 1 to 1,000,000"));
      numbers[i] = static_cast<int>(value);
    }
    LayerWork work;
    work.in = {numbers[0], numbers[1], numbers[2]};
    work.out = {numbers[3], numbers[4], numbers[5]};
    work.kernelH = numbers[6];
    work.kernelW = numbers[7];
    work.stride = numbers[8];
    const auto count = [&](const std::optional<std::size_t>& column) {
      if (!column) return 0L;
      const double value = csv.number(*row, *column);
      if (value < 0 || value > 1e15) csv.fail(base::Message("macs and params must not be negative"));
      return std::lround(value);
    };
    work.macs = count(macsColumn);
    work.params = count(paramsColumn);
    if (type >= row->size()) csv.fail(base::Message("the row ends before type"));
    const std::string kind = upper((*row)[type]);
    if (!kindOf(kind, work))
      csv.fail(base::Message("the layer type \"%1\" is not known", (*row)[type].substr(0, 40)));
    work.name = (layerColumn && *layerColumn < row->size() ? (*row)[*layerColumn] + " " : "") + (*row)[type];
    if (!isCountable(work)) csv.fail(base::Message("a layer of such sizes cannot be meant"));
    countWork(work);
    if (kind == "ADD" || kind == "MUL" || kind == "SUB") work.activationBytes *= 2;
    const std::string network =
        networkColumn && *networkColumn < row->size() ? (*row)[*networkColumn] : path.stem().string();
    networks[network].push_back(std::move(work));
  }
  if (networks.empty()) csv.fail(base::Message("the table has a header and no layers"));
  return networks;
}

}  // namespace kinglet::energy
