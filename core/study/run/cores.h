#pragma once

namespace kinglet::study {

// Physical cores that this process may run on (hyper-threads of one core count once); at least 1.
int physicalCores();

}  // namespace kinglet::study
