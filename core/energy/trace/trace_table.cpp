#include "energy/trace/trace_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/format.h"
#include "base/text.h"
#include "energy/trace/sample_series.h"
#include "energy/trace/text_lines.h"
#include "energy/trace/trace_formats.h"

namespace kinglet::energy {
namespace {

using base::Message;

constexpr double kMostMilliwatts = 1e7;  // 10 kW: no battery device; a wrong unit
constexpr double kOverflow = 9e36;       // SCPI instruments write 9.9E+37 where they have no figure
constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

// What the last digit of the stamps is worth, in seconds.
double resolutionOf(const TraceLayout& layout) {
  if (!layout.time) return 0;
  std::size_t decimals = 0;
  for (const auto& row : layout.shape.rows) {
    if (layout.time->index >= row.size()) continue;
    const std::string& cell = row[layout.time->index];
    const auto colon = cell.rfind(':');
    const auto point = cell.find_first_of(".,", colon == std::string::npos ? 0 : colon);
    if (point == std::string::npos) continue;
    const auto end = std::min(cell.find_first_not_of("0123456789", point + 1), cell.size());
    decimals = std::max(decimals, end - point - 1);
  }
  return layout.time->factor * std::pow(10.0, -static_cast<double>(std::min<std::size_t>(decimals, 15)));
}

// Power that is stated beside current and voltage should be their product.
void compareWithProduct(const TraceLayout& layout, PowerTrace& trace) {
  if (!layout.power) return;
  const auto factor = [&](Quantity quantity, std::size_t& index) {
    double found = 0;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
      const HeadReading head =
          readHead(layout.columns[i], i < layout.shape.units.size() ? layout.shape.units[i] : "");
      if (head.quantity != quantity || head.isBeside) continue;
      if (found > 0) return 0.0;
      const char* unit = unitOfFormat(layout.format, quantity);
      found = head.factor > 0 ? head.factor : unit ? *factorOf(quantity, unit) : 0.0;
      index = i;
    }
    return found;
  };
  std::size_t current = 0, voltage = 0;
  const double ma = factor(Quantity::current, current), volts = factor(Quantity::voltage, voltage);
  if (ma == 0 || volts == 0) return;
  double stated = 0, product = 0;
  for (const auto& row : layout.shape.rows) {
    if (row.size() <= std::max({current, voltage, layout.power->index})) continue;
    const auto of = [&](std::size_t i) { return figureIn(row[i], layout.shape.decimalComma).value_or(0); };
    stated += of(layout.power->index) * layout.power->factor;
    product += of(current) * ma * of(voltage) * volts;
  }
  if (stated > 0 && product > 0 && (stated / product > 2 || product / stated > 2))
    trace.notes.push_back(Message("the power stated is %1 times current times voltage: are the units right?",
                                  base::figure(base::general(stated / product, 3))));
}

class TableReading {
 public:
  TableReading(const std::filesystem::path& path, const TraceOptions& options)
      : path_(path), options_(options), layout_(layoutOf(path, options)), lines_(path) {
    refuseProblems();
    comma_ = layout_.shape.decimalComma;
    open_ = !comma_;
    stamps_ = StampReader(layout_.stamps, layout_.time ? layout_.time->factor : 1, comma_);
    for (const auto* column : {&layout_.time, &layout_.current, &layout_.voltage, &layout_.power})
      if (*column) needed_ = std::max(needed_, (*column)->index + 1);
    if (layout_.trigger) needed_ = std::max(needed_, layout_.trigger->index + 1);
    reserve();
  }

  PowerTrace read(const std::function<void(double)>& progress) {
    while (const auto line = lines_.next()) {
      if (lines_.line() < layout_.shape.firstRow || layout_.shape.firstRow == 0) continue;
      take(*line);
      if (progress && (lines_.line() & 0xFFFF) == 0) progress(lines_.share());
    }
    return finish();
  }

 private:
  [[noreturn]] void fail(const Message& what) const {
    throw base::Error("%1, line %2: %3", path_, lines_.line(), what);
  }

  // By the length of the first rows.
  void reserve() {
    std::size_t bytes = 0;
    for (const auto& row : layout_.shape.rows)
      for (const std::string& cell : row) bytes += cell.size() + 1;
    std::error_code error;
    const auto size = std::filesystem::file_size(path_, error);
    if (!error && bytes > 0)
      series_.reserve(layout_.shape.rows.size() * size / bytes + 1000, layout_.time.has_value());
  }

  void refuseProblems() const {
    Message all;
    for (const TraceProblem& problem : layout_.problems)
      all = all.empty() ? problem.words : Message("%1; %2", all, problem.words);
    if (!all.empty()) throw base::Error("%1: %2", path_, all);
  }

  // A figure of a cell; nothing where it is missing or none (which `bad` counts).
  std::optional<double> figure(std::string_view cell, bool& bad) {
    std::optional<double> value = figureIn(cell, comma_);
    if (value) {
      if (open_ && cell.find('.') != std::string_view::npos) open_ = false;
      return std::abs(*value) < kOverflow ? value : std::nullopt;
    }
    if (isMissing(cell)) return std::nullopt;
    if (open_ && layout_.shape.separator != ',' && (value = figureIn(cell, true))) {
      comma_ = true;  // the first figures were whole
      open_ = false;
      stamps_.setDecimalComma();
      return value;
    }
    if (cell.find_first_not_of("0123456789.,+-eE' ") == std::string_view::npos &&
        cell.find_first_of("0123456789") != std::string_view::npos) {
      if (hasThousands(cell) || cell.find(comma_ ? '.' : ',') != std::string_view::npos)
        fail(Message(
            "the figure \"%1\" has another decimal mark than those before it, or separated thousands; export "
            "all figures one way",
            base::shownText(cell.substr(0, 40))));
      // Beyond what a number holds: as good as an overflow.
      if (cell.find_first_of("eE") != std::string_view::npos || cell.size() > 300) return std::nullopt;
    }
    const auto end = cell.find_last_of("0123456789");
    if (end != std::string_view::npos && quantityOf(cell.substr(end + 1))) {
      auto text = cell.substr(0, end + 1);
      if ((value = figureIn(text, comma_))) return value;  // its unit stands behind it
    }
    bad = true;
    return std::nullopt;
  }

  void bad(std::string_view line) {
    if (bad_++ == 0) {
      firstBad_ = lines_.line();
      badText_ = base::shownText(line.substr(0, 60));
    }
  }

  // Whether a last line without an end was cut: it has too few cells, or fewer digits than the one before it.
  bool isCut() const {
    if (lines_.ended()) return false;
    if (fields_.size() < needed_) return true;
    if (fields_.size() != cells_) return fields_.size() < cells_;
    const auto decimals = [](std::string_view cell) {
      const auto point = cell.find_first_of(".,");
      return point == std::string_view::npos ? std::size_t(0) : cell.size() - point;
    };
    return needed_ == fields_.size() && decimals(fields_.back()) < decimals(lastCell_);
  }

  void take(std::string_view line) {
    const char first = line.empty() ? ' ' : line[0];
    if (!(first >= '0' && first <= '9') && isRemark(line, layout_.shape.separator)) return;
    if (line == layout_.shape.headLine ||
        (!layout_.shape.unitLine.empty() && line == layout_.shape.unitLine)) {
      if (line == layout_.shape.headLine) ++repeatedHeads_;
      restarts_ = true;
      return;
    }
    ++rows_;
    splitFields(line, layout_.shape.separator, fields_);
    if (!lines_.ended() && isCut()) {
      cut_ = lines_.line();
      return;
    }
    if (fields_.size() < needed_) return bad(line);
    cells_ = fields_.size();
    if (lastCell_.size() != fields_.back().size()) lastCell_ = fields_.back();

    std::optional<double> seconds;
    if (layout_.time) {
      const std::string_view cell = fields_[layout_.time->index];
      seconds = stamps_.seconds(cell);
      if (!seconds) {  // a figure with a comma where the others were whole, or one with its unit
        bool none = false;
        if (layout_.stamps == StampKind::figure && figure(cell, none))
          seconds = stamps_.seconds(cell.substr(0, cell.find_last_of("0123456789") + 1));
        if (!seconds) return bad(line);
      }
    }
    bool unreadable = false;
    const std::optional<double> mw = power(unreadable);
    if (unreadable) bad(line);
    if (mw && std::abs(*mw) > kMostMilliwatts)
      fail(Message("over 10 kW: are the units of power, or of current and voltage, right?"));
    if (series_.size() >= kMaxSamples)
      fail(Message("more than 50 million samples; cut the recording into parts"));
    if (layout_.trigger) takeTrigger();
    const float sample = mw ? static_cast<float>(*mw) : kMissing;
    if (seconds)
      series_.add(*seconds, sample, lines_.line(), restarts_);
    else
      series_.add(sample);
    restarts_ = false;
  }

  std::optional<double> power(bool& unreadable) {
    if (layout_.power) {
      const auto value = figure(fields_[layout_.power->index], unreadable);
      return value ? std::optional(*value * layout_.power->factor) : std::nullopt;
    }
    const auto current = figure(fields_[layout_.current->index], unreadable);
    if (layout_.voltage) {
      // A voltage that is sampled less often than the current leaves cells empty: it holds.
      const std::string_view cell = fields_[layout_.voltage->index];
      if (const auto value = figure(cell, unreadable))
        volts_ = *value * layout_.voltage->factor;
      else if (!unreadable)
        ++heldVolts_;
    } else {
      volts_ = *layout_.volts;
    }
    return current && !std::isnan(volts_) ? std::optional(*current * layout_.current->factor * volts_)
                                          : std::nullopt;
  }

  void takeTrigger() {
    const std::string_view cell = fields_[layout_.trigger->index];
    bool high = false;
    if (layout_.trigger->bit < cell.size() && cell.find_first_not_of("01-xX") == std::string_view::npos) {
      high = cell[layout_.trigger->bit] == '1';
    } else if (const auto level = figureIn(cell, comma_)) {
      high = *level >= 0.5;
    } else {
      const std::string word = base::lowerCase(cell);
      high = word == "true" || word == "high" || word == "on" || word == "h";
    }
    high = high != layout_.trigger->isLow;
    if (series_.size() == 0)
      startsHigh_ = high;
    else if (high != isHigh_)
      series_.markEdge();
    isHigh_ = high;
  }

  PowerTrace finish() {
    PowerTrace trace;
    trace.source = path_.filename().string();
    if (bad_ > 0 && (bad_ * 20 > rows_ || series_.size() == 0))
      throw base::Error(
          "%1, line %2: \"%3\" cannot be read as the figures that its columns hold, as %4 of %5 rows cannot",
          path_, firstBad_, badText_, bad_, rows_);
    if (layout_.shape.firstRow == 0 || series_.size() == 0)
      throw base::Error("%1 has a row of heads and no samples", path_);
    if (bad_ > 0)
      trace.notes.push_back(Message("%1 of %2 rows cannot be read and are left out, first line %3: \"%4\"",
                                    bad_, rows_, firstBad_, badText_));
    if (repeatedHeads_ > 0)
      trace.notes.push_back(
          repeatedHeads_ == 1
              ? Message("the row of heads is repeated once: the logger began anew")
              : Message("the row of heads is repeated %1 times: the logger began anew", repeatedHeads_));
    if (cut_ > 0)
      trace.notes.push_back(Message("the last line, %1, was cut while it was written and is left out", cut_));
    if (heldVolts_ > 0)
      trace.notes.push_back(
          Message("%1 of %2 rows state no voltage: the last one stated holds", heldVolts_, rows_));
    compareWithProduct(layout_, trace);
    const double resolution = resolutionOf(layout_);
    const SpacingChoice choice{options_.rateHz, layout_.statedHz, layout_.format == TraceFormat::monsoon,
                               resolution};
    series_.finish(path_, choice, startsHigh_, trace);
    if (layout_.trigger && trace.windows.empty())
      throw base::Error("%1: the trigger %2 is never %3, so that there is no window of work", path_,
                        layout_.trigger->name, layout_.trigger->isLow ? 0 : 1);
    layout_.shape.decimalComma = comma_;
    layout_.shape.rows.clear();
    trace.layout = std::move(layout_);
    return trace;
  }

  const std::filesystem::path& path_;
  const TraceOptions& options_;
  TraceLayout layout_;
  TextLines lines_;
  StampReader stamps_{StampKind::figure, 1, false};
  SampleSeries series_;
  std::vector<std::string_view> fields_;
  std::size_t needed_ = 0, cells_ = 0;
  std::string lastCell_, badText_;
  double volts_ = std::numeric_limits<double>::quiet_NaN();
  bool comma_ = false, open_ = false, restarts_ = false, startsHigh_ = false, isHigh_ = false;
  std::uint64_t rows_ = 0, bad_ = 0, firstBad_ = 0, repeatedHeads_ = 0, cut_ = 0, heldVolts_ = 0;
};

}  // namespace

PowerTrace readTraceTable(const std::filesystem::path& path, const TraceOptions& options,
                          const std::function<void(double)>& progress) {
  return TableReading(path, options).read(progress);
}

}  // namespace kinglet::energy
