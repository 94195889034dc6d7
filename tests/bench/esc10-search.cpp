// Benchmark esc10-search: the hypervolume of studies over time, for the script of the same name.
//
//   bench_esc10-search STUDY...   a line a study: path, then pairs of seconds of search and hypervolume by
//   then
#include <cstdio>

#include "base/error.h"
#include "study/file/store.h"
#include "study/report/hypervolume_history.h"

int main(int argc, char** argv) try {
  for (int i = 1; i < argc; ++i) {
    const auto store = kinglet::study::openStudy(argv[i]);
    std::printf("%s", argv[i]);
    for (const auto& point : kinglet::study::hypervolumeHistory(store->trials(), store->settings()))
      std::printf("\t%.2f %.6f", point.seconds, point.hypervolume);
    std::printf("\n");
  }
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "bench_esc10-search: %s\n", error.what());
  return 1;
}
