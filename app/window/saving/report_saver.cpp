#include "app/window/saving/report_saver.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

#include "app/shared/study_report.h"
#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "app/window/study/study_controller.h"
#include "base/files.h"
#include "study/file/store.h"

namespace kinglet::window {
namespace {
const QString kNotice = QStringLiteral("report");
}

ReportSaver::ReportSaver(StudyController& study, NoticeArea& notices, QObject* parent)
    : QObject(parent), study_(study), notices_(notices) {
  // The file is let go of when the study closes.
  connect(&study_, &StudyController::closing, this, [this] {
    jobs_.cancel();
    notices_.dismiss(kNotice);
  });
}

void ReportSaver::choosePath(QWidget* parent) {
  if (!study_.isOpen()) return;
  chooseFileToSave(parent,
                   {tr("Save the report"), QStringLiteral("reports"), tr("Web pages (*.html)"),
                    QStringLiteral("html"), study_.name() + QStringLiteral(".html")},
                   [this](const QString& path) { write(path); });
}

void ReportSaver::write(const QString& path) {
  if (!study_.isOpen()) return;
  notices_.show(kNotice, {NoticeKind::info, tr("Writing the report …"), {}, {}});
  jobs_.run(
      this,
      [store = study_.study().store, path](std::stop_token) {
        base::writeAtomically(path.toStdString(), app::studyReport(*store, store->trials()));
        return true;
      },
      [this, path](bool) {
        notices_.show(kNotice,
                      {NoticeKind::done,
                       tr("The report is written to %1.").arg(QDir::toNativeSeparators(path)),
                       {},
                       {{tr("Open it"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }}}});
        Q_EMIT written(path);
      },
      [this](const QString& problem) {
        notices_.show(kNotice, {NoticeKind::error, problem, {}, {}});
        Q_EMIT failed(problem);
      });
}

}  // namespace kinglet::window
