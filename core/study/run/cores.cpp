#include "study/run/cores.h"

#include <sched.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace kinglet::study {

int physicalCores() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  std::set<std::pair<int, int>> cores;  // (socket, core)
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed)) continue;
    const std::string folder = "/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/";
    int socket = 0, core = 0;
    const bool known = (std::ifstream(folder + "physical_package_id") >> socket) &&
                       (std::ifstream(folder + "core_id") >> core);
    cores.insert(known ? std::pair(socket, core) : std::pair(-1, cpu));
  }
  return std::max(1, static_cast<int>(cores.size()));
}

}  // namespace kinglet::study
