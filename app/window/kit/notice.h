// News beside what caused it: a bar with a sign, one plain sentence, what can be done, and details that fold
// out. Nothing here is modal; a notice stays until it is closed, replaced or no longer true.
#pragma once

#include <QFrame>
#include <QString>
#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace kinglet::window {

enum class NoticeKind { info, done, warning, error };

struct NoticeAction {
  QString text;
  std::function<void()> run;
};

struct NoticeContent {
  NoticeKind kind = NoticeKind::info;
  QString text;
  QString details;                    // folded; may be empty
  std::vector<NoticeAction> actions;  // buttons; pressing one closes the notice
};

// That a file was written, with a way to its folder; `more` is said behind it.
NoticeContent writtenNotice(const QString& path, const QString& more = {});

class Notice : public QFrame {
  Q_OBJECT
 public:
  explicit Notice(NoticeContent content, QWidget* parent = nullptr);
  const NoticeContent& content() const { return content_; }

 Q_SIGNALS:
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QColor ink() const;
  void drawSign();

  NoticeContent content_;
  QLabel* sign_;
};

// A place for notices, empty and without height while there are none. One notice a key: a new one replaces
// the old.
class NoticeArea : public QWidget {
  Q_OBJECT
 public:
  explicit NoticeArea(QWidget* parent = nullptr);
  Notice* show(const QString& key, NoticeContent content);
  void dismiss(const QString& key);
  void dismissAll();
  void dismissAllBut(const QString& key);
  Notice* find(const QString& key) const;  // null when there is none

 private:
  QVBoxLayout* layout_;
};

}  // namespace kinglet::window
