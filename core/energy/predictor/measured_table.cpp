#include "energy/predictor/measured_table.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "base/csv.h"
#include "base/error.h"
#include "base/format.h"
#include "base/table_form.h"
#include "energy/device/layer_table.h"
#include "energy/stated_units.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kMaxRows = 200'000, kMaxLayers = 1'000'000;

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// Where a role stands: as the user mapped it, else by one of its usual names.
class Roles {
 public:
  Roles(const base::CsvReader& csv, const std::vector<std::string>& header, const TableOptions& options) {
    static const std::map<std::string, std::vector<std::string>> usual{
        {"hw", {"hw", "h_w", "input_size", "size", "resolution"}},
        {"in_h", {"in_h", "input_h", "input_height", "height", "h"}},
        {"in_w", {"in_w", "input_w", "input_width", "width", "w"}},
        {"in_c", {"in_c", "cin", "in_channels", "input_channels", "channels", "c_in"}},
        {"out_c", {"out_c", "cout", "out_channels", "output_channels", "filters", "c_out"}},
        {"kernel", {"kernel_size", "kernel", "ks", "k"}},
        {"kernel_h", {"kernel_h", "kernel_height", "kh"}},
        {"kernel_w", {"kernel_w", "kernel_width", "kw"}},
        {"stride", {"strides", "stride", "pool_strides", "s"}},
        {"type", {"type", "op", "op_type", "kernel_type", "layer_type", "kind"}},
        {"network", {"network", "model", "benchmark"}},
        {"name", {"id", "name", "network", "model", "benchmark", "layer"}},
    };
    for (const auto& [role, names] : usual) {
      if (const auto mapped = options.columns.find(role); mapped != options.columns.end()) {
        columns_[role] = csv.column(mapped->second);
        continue;
      }
      for (const std::string& name : names) {
        const auto found = std::find_if(header.begin(), header.end(),
                                        [&](const std::string& column) { return lower(column) == name; });
        if (found == header.end()) continue;
        columns_[role] = static_cast<std::size_t>(found - header.begin());
        break;
      }
    }
    for (const auto& [role, column] : options.columns)
      if (!usual.contains(role))
        throw base::Error(
            "there is no role \"%1\" to map; roles are hw, in_h, in_w, in_c, out_c, kernel, kernel_h, "
            "kernel_w, stride, type, network, name",
            role);
  }
  bool has(const std::string& role) const { return columns_.contains(role); }
  std::size_t at(const std::string& role) const { return columns_.at(role); }

 private:
  std::map<std::string, std::size_t> columns_;
};

int size(const base::CsvReader& csv, const std::vector<std::string>& row, std::size_t column) {
  const double value = csv.number(row, column);
  if (value < 1 || value > 1e6 || value != std::floor(value))
    csv.fail(
        base::Message("a size, kernel, stride or channel count must be a whole number from 1 to 1,000,000"));
  return static_cast<int>(value);
}

WorkKind kindOfText(const base::CsvReader& csv, const std::string& text) {
  const std::string type = lower(text);
  if (type.find("depthwise") != std::string::npos || type.find("dwconv") != std::string::npos)
    return WorkKind::depthwise;
  if (type.find("pointwise") != std::string::npos) return WorkKind::pointwise;
  if (type.find("conv1d") != std::string::npos || type.find("conv_1d") != std::string::npos)
    return WorkKind::conv1d;
  if (type.find("conv") != std::string::npos) return WorkKind::conv;
  if (type.find("dense") != std::string::npos || type.find("fully") != std::string::npos ||
      type.find("linear") != std::string::npos || type == "fc")
    return WorkKind::dense;
  if (type.find("pool") != std::string::npos || type.find("add") != std::string::npos ||
      type.find("concat") != std::string::npos || type.find("relu") != std::string::npos ||
      type.find("split") != std::string::npos || type.find("shuffle") != std::string::npos || type == "data")
    return WorkKind::data;
  csv.fail(base::Message("the layer type \"%1\" is not known", text.substr(0, 40)));
}

bool isKernelTable(const Roles& roles) {
  return roles.has("in_c") &&
         (roles.has("out_c") || roles.has("hw") || (roles.has("in_h") && roles.has("in_w")));
}

LayerWork kernelOf(const base::CsvReader& csv, const std::vector<std::string>& row, const Roles& roles,
                   const TableOptions& options) {
  LayerWork work;
  const auto get = [&](const char* role) { return size(csv, row, roles.at(role)); };
  const bool sized = roles.has("hw") || roles.has("in_h");
  if (roles.has("hw")) work.in.h = work.in.w = get("hw");
  if (roles.has("in_h")) work.in.h = get("in_h");
  if (roles.has("in_w")) work.in.w = get("in_w");
  if (roles.has("kernel")) work.kernelH = work.kernelW = get("kernel");
  if (roles.has("kernel_h")) work.kernelH = get("kernel_h");
  if (roles.has("kernel_w")) work.kernelW = get("kernel_w");
  if (roles.has("stride")) work.stride = get("stride");
  work.in.c = get("in_c");
  work.out.c = roles.has("out_c") ? get("out_c") : work.in.c;
  const bool kernel = roles.has("kernel") || roles.has("kernel_h");
  if (options.kind)
    work.kind = *options.kind;
  else if (roles.has("type"))
    work.kind = kindOfText(csv, row[roles.at("type")]);
  else if (!roles.has("out_c"))
    work.kind = kernel ? WorkKind::depthwise : WorkKind::data;
  else
    work.kind = kernel || sized ? WorkKind::conv : WorkKind::dense;
  if (work.kind == WorkKind::conv && work.kernelH == 1 && work.kernelW == 1) work.kind = WorkKind::pointwise;
  if (work.kind == WorkKind::dense) {
    work.out.h = work.out.w = 1;
  } else {
    work.out.h = (work.in.h + work.stride - 1) / work.stride;
    work.out.w = (work.in.w + work.stride - 1) / work.stride;
  }
  if (!isCountable(work)) csv.fail(base::Message("a layer of such sizes cannot be meant"));
  countWork(work);
  return work;
}

// Columns of numbers that may tell something of the energy: not the target, nor another result, nor a running
// number.
std::vector<std::size_t> plainColumns(const std::vector<std::string>& header,
                                      const std::vector<std::string>& first, std::size_t target,
                                      bool decimalComma) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < header.size() && i < first.size(); ++i) {
    const std::string name = lower(header[i]);
    bool result =
        i == target || name.empty() || name == "id" || name == "index" || name == "line" || name == "trial";
    for (const char* word :
         {"energy", "latency", "power", "time", "accuracy", "error", "spread", "_mj", "_uj", "_ms", "_us"})
      result |= name.find(word) != std::string::npos;
    if (!result && base::tableFigure(first[i], decimalComma)) columns.push_back(i);
  }
  return columns;
}

int decimalsOf(const std::string& text) {
  if (text.find_first_of("eE") != std::string::npos) return 12;
  const auto point = text.find_first_of(".,");
  if (point == std::string::npos) return 0;
  int digits = 0;
  for (std::size_t i = point + 1; i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])); ++i)
    ++digits;
  return digits;
}

// Energies a thousand times off are a wrong unit, and every figure made of them would be too.
void checkPlausible(const base::CsvReader& csv, const MeasuredTable& table, const std::string& unit) {
  std::vector<double> perMac;
  for (const MeasuredRow& row : table.rows) {
    double macs = 0;
    for (const LayerWork& work : row.works) macs += work.macs;
    if (macs > 1e5) perMac.push_back(row.energyMj / 1000 / macs);
  }
  if (perMac.empty()) return;
  const double joules = statistics::upperMedian(std::move(perMac));
  if (joules < 1e-14 || joules > 1e-6)
    csv.fail(
        base::Message("read in %1, a multiply-add of this table takes %2, which no device does; state the "
                      "right unit with --unit",
                      unit, (joules < 1e-14 ? base::Message("under 0.01 pJ") : base::Message("over 1 uJ"))));
}

}  // namespace

MeasuredTable readMeasuredTable(const std::filesystem::path& path, const TableOptions& options) {
  const base::TableForm form = base::sniffTable(path);
  base::CsvReader csv(path, form);
  const std::vector<std::string> header = csv.readHeader();
  const auto isNumber = [&](const std::string& cell) {
    return base::tableFigure(cell, form.decimalComma).has_value();
  };
  if (std::count_if(header.begin(), header.end(), isNumber) > static_cast<int>(header.size()) / 2)
    csv.fail(base::Message("this row holds numbers; the first row must name the columns"));
  const std::size_t target = csv.column(options.target);
  const std::string unit = options.unit.empty() ? statedUnit(options.target) : options.unit;
  const auto factor = millijoulesIn(unit);
  if (!factor)
    csv.fail((options.unit.empty()
                  ? base::Message(
                        "the column \"%1\" does not state its unit; give it with --unit (J, mJ, uJ, nJ, Wh)",
                        options.target)
                  : base::Message("\"%1\" is not a unit of energy; known are J, mJ, uJ, nJ, kJ, Wh, mWh",
                                  options.unit)));

  const Roles roles(csv, header, options);
  const auto& sums = networkSumNames();
  const bool hasSums = std::all_of(sums.begin(), sums.end(),
                                   [&](const std::string& name) { return csv.findColumn(name).has_value(); });
  std::map<std::string, std::vector<LayerWork>> networks;
  if (!options.layers.empty()) networks = readLayerTable(options.layers);

  MeasuredTable table;
  FeatureLevel level = FeatureLevel::columns;
  if (!options.features.empty())
    level = FeatureLevel::columns;
  else if (!networks.empty() || hasSums)
    level = FeatureLevel::network;
  else if (isKernelTable(roles))
    level = FeatureLevel::kernel;
  if (!networks.empty() && !roles.has("network"))
    csv.fail(base::Message("a column \"network\" is needed to find the layers of each row"));

  std::vector<std::size_t> columns;
  for (const std::string& name : options.features) columns.push_back(csv.column(name));
  if (level == FeatureLevel::network && networks.empty())
    for (const std::string& name : sums) columns.push_back(csv.column(name));
  bool choose = level == FeatureLevel::columns && columns.empty();

  std::set<Family> families;
  int decimals = 0;
  std::size_t layers = 0;
  while (const auto row = csv.next()) {
    if (table.rows.size() >= kMaxRows)
      csv.fail(base::Message("a table of measurements has at most 200,000 rows; take a sample of it"));
    if (choose) {
      columns = plainColumns(header, *row, target, form.decimalComma);
      if (columns.empty())
        csv.fail(base::Message(
            "no column of this table describes what was measured; map columns (--map in_c=NAME ...) or name "
            "them (--features)"));
      choose = false;
    }
    MeasuredRow measured;
    measured.energyMj = csv.number(*row, target) * *factor;
    if (!(measured.energyMj > 0))
      csv.fail(base::Message("energy must be above 0, and \"%1\" is not", (*row)[target]));
    decimals = std::max(decimals, decimalsOf((*row)[target]));
    if (roles.has("name") && roles.at("name") < row->size()) measured.name = (*row)[roles.at("name")];
    if (measured.name.empty()) measured.name = "line " + std::to_string(csv.line());
    if (level == FeatureLevel::kernel) {
      if (roles.has("type") && roles.at("type") >= row->size())
        csv.fail(base::Message("the row ends before its type"));
      measured.works.push_back(kernelOf(csv, *row, roles, options));
      families.insert(familyOf(measured.works[0].kind));
    } else if (!networks.empty()) {
      const std::string name = roles.at("network") < row->size() ? (*row)[roles.at("network")] : "";
      const auto found = networks.find(name);
      if (found == networks.end())
        csv.fail(base::Message("the table of layers has no network \"%1\"", name.substr(0, 60)));
      layers += found->second.size();
      if (layers > kMaxLayers)
        csv.fail(base::Message("its networks have more than a million layers in all; take a sample of it"));
      measured.works = found->second;
      measured.values = networkSums(measured.works);
    } else {
      for (std::size_t column : columns) measured.values.push_back(csv.number(*row, column));
    }
    table.rows.push_back(std::move(measured));
  }
  if (table.rows.empty()) csv.fail(base::Message("the table has a header and no measurements"));

  std::vector<std::string> names;
  if (level == FeatureLevel::columns)
    for (std::size_t column : columns) names.push_back(header[column]);
  table.features = FeatureMap(level, {families.begin(), families.end()}, names);
  table.resolutionMj = decimals >= 12 ? 0 : 0.5 * std::pow(10.0, -decimals) * *factor;
  table.source = path.filename().string() + ", " + options.target + " in " + unit;
  if (const base::Message unusual = base::tableFormText(form); !unusual.empty())
    table.source += ", " + unusual.english();
  checkPlausible(csv, table, unit);
  if (level == FeatureLevel::kernel) {
    std::string kinds;
    for (Family family : families) kinds += (kinds.empty() ? "" : ", ") + std::string(toText(family));
    table.notes.push_back(base::Message("rows are kernels: %1", kinds));
  } else if (level == FeatureLevel::network) {
    table.notes.push_back(base::Message("rows are networks"));
  } else {
    std::string used;
    for (const std::string& name : names) used += (used.empty() ? "" : ", ") + name;
    table.notes.push_back(base::Message("no shapes were recognised; features are the columns %1", used));
  }
  return table;
}

}  // namespace kinglet::energy
