// Work that must not block the window: runs on threads of its own, and hands back on the window's thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace kinglet::window {

// Owned by whoever needs the results. With one thread, jobs run one after another in the order they were
// given. Destroying it asks the running job to stop, drops those that wait, and waits for the running one to
// end.
class Background : public QObject {
  Q_OBJECT
 public:
  explicit Background(int threads = 1, QObject* parent = nullptr);
  ~Background() override;

  // work(std::stop_token) runs elsewhere; done(result) runs here afterwards, unless receiver is gone or the
  // job was cancelled. What work throws becomes failed(one line for people).
  template <class Work, class Done>
  void run(QObject* receiver, Work work, Done done, std::function<void(const QString&)> failed) {
    using Result = std::invoke_result_t<Work, std::stop_token>;
    auto token = stop_.get_token();
    QPointer<QObject> guard(receiver);
    enqueue([this, work = std::move(work), done = std::move(done), failed = std::move(failed), token,
             guard]() mutable {
      if (token.stop_requested()) return;
      std::shared_ptr<Result> result;
      const QString problem = guarded([&] { result = std::make_shared<Result>(work(token)); });
      post([token, guard, result, problem, done = std::move(done), failed = std::move(failed)]() mutable {
        if (token.stop_requested() || !guard) return;
        if (result)
          done(std::move(*result));
        else if (failed)
          failed(problem);
      });
    });
  }

  // Asks the running job to stop and forgets those that wait; their done() is not called. New jobs may be
  // given.
  void cancel();
  bool idle() const { return pool_.activeThreadCount() == 0; }

 protected:
  void customEvent(QEvent* event) override;

 private:
  using Call = std::function<void()>;
  // What goes from one thread to another. Qt only wakes the one that takes it: the thread sanitizer sees our
  // own lock and not Qt's.
  class Calls {
   public:
    void add(Call call);
    Call take();  // the oldest; empty where there is none

   private:
    std::mutex mutex_;
    std::deque<Call> calls_;
  };

  void enqueue(Call job);
  void post(Call call);
  // Runs it; empty when it went well, otherwise what went wrong in one line.
  static QString guarded(const std::function<void()>& work);

  Calls jobs_, results_;
  QThreadPool pool_;
  std::stop_source stop_;
};

}  // namespace kinglet::window
