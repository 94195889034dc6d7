// Recordings of power meters: tables, and EnergyRunner's three files.
#include "energy/predictor/measured_rows.h"
#include "energy/trace/power_trace.h"
#include "energy/trace/trace_windows.h"
#include "reader.h"

namespace kinglet::fuzz {
namespace {

void use(const energy::PowerTrace& trace) {
  require(!trace.milliwatts.empty(), "a trace has samples");
  trace.reading().english();
  energy::provenanceOf(trace);
  energy::envelope(trace, 0, trace.seconds(), 100);
  attempt([&] {
    const energy::FoundWindows found = energy::findWindows(trace);
    energy::energyOfWindows(trace, found.windows, 1, found.baselineMw);
  });
  attempt(
      [&] { energy::energyOfWindows(trace, trace.windows, 10, energy::baselineMw(trace, trace.windows)); });
  energy::recordedSeconds(trace, energy::ownSeconds(trace, 1));
}

}  // namespace

void read(std::string_view bytes) {
  const auto parts = partsOf(bytes, 2);
  if (parts.size() == 2) {  // stamps of the windows, then the binary
    const auto stamps = file("x-timestamps.json", parts[0]);
    const auto trace = file("x-energy.bin", parts[1]);
    attempt([&] { use(energy::readEnergyRunner(trace, stamps)); });
    attempt([&] { use(energy::readTrace(trace)); });
    attempt([&] { energy::readEnergyRunnerResults(stamps); });
  }
  const auto path = file("x.csv", bytes);
  energy::TraceOptions said;
  said.volts = 3;
  attempt([&] {
    const energy::TraceLayout layout = energy::describeTrace(path);
    for (const auto& problem : layout.problems) problem.words.english();
    if (!layout.columns.empty()) said.time = layout.columns[0];
    if (!layout.digital.empty()) said.trigger = layout.digital[0];
  });
  attempt([&] { use(energy::readTrace(path)); });
  attempt([&] { use(energy::readTrace(path, said)); });
  said.rateHz = 1000;
  said.trigger.clear();
  said.time.clear();
  attempt([&] { use(energy::readTrace(path, said)); });
}

}  // namespace kinglet::fuzz
