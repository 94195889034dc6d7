#include "app/window/window_main.h"

#include <QApplication>

namespace kinglet::window {

int run(int argc, char** argv) {
  QApplication application(argc, argv);
  return 0;
}

}  // namespace kinglet::window
