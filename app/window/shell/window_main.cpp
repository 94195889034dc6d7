#include "app/window/shell/window_main.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <clocale>
#include <memory>

#include "app/window/diagnosis/qt_log.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/appearance.h"
#include "app/window/kit/icons.h"
#include "app/window/shell/crash_notice.h"
#include "app/window/shell/language.h"
#include "app/window/shell/main_window.h"
#include "app/window/study/study_controller.h"
#include "diagnosis/log.h"

namespace kinglet::window {
namespace {

// Holds what outlives a window: a change of language makes a new one, and the search goes on.
class Session : public QObject {
 public:
  Session() { language_.apply(AppSettings().language()); }

  void openWindow() {
    auto* old = window_.release();
    window_ = std::make_unique<MainWindow>(study_);
    connect(window_.get(), &MainWindow::languageChosen, this, [this](const QString& code) {
      AppSettings().setLanguage(code);
      // Not within the old window's own menu.
      QTimer::singleShot(0, this, [this] {
        language_.apply(AppSettings().language());
        openWindow();
      });
    });
    if (old) {
      window_->setGeometry(old->geometry());
      old->hide();
      old->deleteLater();
    }
    window_->show();
  }

  MainWindow& window() { return *window_; }

 private:
  Language language_;
  StudyController study_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace

int run(int argc, char** argv) {
  logQtMessages();
  QApplication application(argc, argv);
  // Qt has taken over the desktop's locale. The engine does not mind, but what it is linked with may: figures
  // keep their point in files, and the views write theirs with QLocale.
  std::setlocale(LC_NUMERIC, "C");
  QApplication::setApplicationName(QStringLiteral("Kinglet"));
  QApplication::setOrganizationName(QStringLiteral("Kinglet"));
  QApplication::setApplicationVersion(QStringLiteral(KINGLET_VERSION));
  QApplication::setWindowIcon(applicationIcon());
  QApplication::setDesktopFileName(QStringLiteral(KINGLET_APP_ID));
  installStyle();
  applyTheme(AppSettings().theme());

  QCommandLineParser parser;
  const QCommandLineOption demo(QStringLiteral("demo"),
                                MainWindow::tr("Search at once, on built-in sounds."));
  parser.addOption(demo);
  parser.addPositionalArgument(QStringLiteral("file"),
                               MainWindow::tr("A study to open, or a folder of sounds."));
  parser.addHelpOption();
  parser.process(application);

  tellQtFacts();
  const Heartbeat heartbeat;
  Session session;
  session.openWindow();
  tellOfCrash(session.window(), diagnosis::stateFolder());
  if (parser.isSet(demo))
    session.window().startDemo();
  else if (!parser.positionalArguments().isEmpty())
    session.window().openPath(parser.positionalArguments().front());
  return QApplication::exec();
}

}  // namespace kinglet::window
