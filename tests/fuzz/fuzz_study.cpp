// Study files as a whole: any bytes.
#include "reader.h"
#include "study_use.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  const auto path = file("x.kinglet", bytes);
  useStudy(path);
  removeStudy(path);
}

}  // namespace kinglet::fuzz
