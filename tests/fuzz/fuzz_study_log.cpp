// The log that a killed Kinglet left beside its study.
#include "base/files.h"
#include "reader.h"
#include "study/file/study_image.h"
#include "study_use.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  static const std::string clean = [] {
    makeStudy(folder() / "clean.kinglet");
    return base::readText(folder() / "clean.kinglet");
  }();
  const auto path = file("x.kinglet", clean);
  file("x.kinglet-wal", bytes);
  attempt([&] {
    const std::string image = study::studyImage(path);
    if (image.empty()) return;
    const auto copy = file("image.kinglet", image);
    useStudy(copy);
    removeStudy(copy);
  });
  useStudy(path);
  removeStudy(path);
}

}  // namespace kinglet::fuzz
