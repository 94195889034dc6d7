// Tables of measured kernels or networks, columns mapped by the user, units stated.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "energy/predictor/layer_features.h"

namespace kinglet::energy {

struct MeasuredRow {
  std::string name;              // of the row: its id or network, else its line
  std::vector<LayerWork> works;  // one for a kernel, the layers of a network where they are known
  std::vector<double> values;    // the columns, where the level is columns; the sums, where it is network
  double energyMj = 0;           // above 0
};

struct MeasuredTable {
  FeatureMap features;
  std::vector<MeasuredRow> rows;
  double resolutionMj = 0;           // half a unit of the last digit of the energies
  std::string source;                // file name, column and unit
  std::vector<base::Message> notes;  // what was taken as what, for people to check
};

struct TableOptions {
  std::string target;  // the column of energy
  std::string unit;    // of the target; empty: as its name states
  // Roles to column names, where the names are not understood by themselves: in_h, in_w, hw, in_c, out_c,
  // kernel_h, kernel_w, kernel, stride, type, name.
  std::map<std::string, std::string> columns;
  std::optional<WorkKind> kind;       // of all rows, where no column tells
  std::vector<std::string> features;  // use these columns as plain numbers instead
  std::filesystem::path layers;  // for networks: the table of their layers, joined by the column "network"
};

// Recognised without a mapping: the layer table's columns; HW, KERNEL_SIZE, STRIDES, CIN, COUT (a kernel
// table; padding "same"); network + `layers`; the sums of networkSumNames(). Otherwise every column of
// numbers but the target, other energies and ids is a feature. A row without output channels is depthwise,
// without kernel and size dense, with a size and channels alone a movement of data, unless `kind` says
// otherwise.
//
// Throws base::Error naming file and line: no header, a missing column, an unknown unit, energies that are
// not positive numbers, energies that no device could need (a wrong unit), binary content, more than 200,000
// rows.
MeasuredTable readMeasuredTable(const std::filesystem::path& path, const TableOptions& options);

}  // namespace kinglet::energy
