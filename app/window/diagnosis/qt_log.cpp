#include "app/window/diagnosis/qt_log.h"

#include <QGuiApplication>
#include <QString>
#include <string>

#include "app/diagnosis/about.h"
#include "base/format.h"
#include "diagnosis/log.h"
#include "diagnosis/outside.h"

namespace kinglet::window {
namespace {

using diagnosis::Level;

QtMessageHandler before = nullptr;

// What may name a file is marked as such.
void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  std::string words = text.toStdString();
  if (words.find_first_of("/\"'") != std::string::npos) words = diagnosis::outside(words);
  const bool grave = type == QtCriticalMsg || type == QtFatalMsg;
  if (type != QtDebugMsg)
    diagnosis::log(grave ? Level::error : type == QtInfoMsg ? Level::info : Level::warning, "qt", words);
  if (before) before(type, context, text);
}

}  // namespace

void logQtMessages() {
  if (!before) before = qInstallMessageHandler(onMessage);
}

void tellQtFacts() {
  const std::string text =
      std::string("Qt ") + qVersion() + ", " + QGuiApplication::platformName().toStdString();
  app::addFact({"window", text});
  diagnosis::log(Level::info, "program", "window: " + text);
}

Heartbeat::Heartbeat(QObject* parent) : QObject(parent) {
  connect(&timer_, &QTimer::timeout, this, &Heartbeat::beat);
  timer_.start(kBeatMs);
  since_.start();
}

void Heartbeat::beat() {
  const qint64 late = since_.restart() - kBeatMs;
  if (late < kSlowMs) return;
  ++slow_;
  diagnosis::log(Level::warning, "window",
                 "did not answer for " + base::fixed(double(late) / 1000, 1) + " s");
}

}  // namespace kinglet::window
