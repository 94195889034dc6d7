// Reads a recording once; for the script of the same name.
//   bench_meter-csv CSV   prints JSON: bytes, rows, seconds of processor time, the process's peak memory
#include <sys/resource.h>

#include <ctime>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "energy/trace/power_trace.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "bench_meter-csv CSV\n";
    return 2;
  }
  try {
    kinglet::energy::TraceOptions options;
    if (!kinglet::energy::describeTrace(argv[1]).problems.empty()) options.volts = 3.3;
    const std::clock_t start = std::clock();
    const kinglet::energy::PowerTrace trace = kinglet::energy::readTrace(argv[1], options);
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << nlohmann::json{{"bytes", std::filesystem::file_size(argv[1])},
                                {"rows", trace.milliwatts.size()},
                                {"cpu_s", seconds},
                                {"peak_bytes", 1024.0 * double(usage.ru_maxrss)}}
                     .dump()
              << "\n";
  } catch (const kinglet::base::Error& e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
}
