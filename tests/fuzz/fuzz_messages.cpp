// Texts that a study keeps as JSON: messages, what became of its sounds, final trainings.
#include "base/words.h"
#include "reader.h"
#include "study/data/sounds_history.h"
#include "study/final/final_store.h"
#include "study/final/final_training.h"
#include "study/message_json.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  const std::string text(bytes);
  attempt([&] {
    const base::Message message = study::messageFromJson(text);
    base::terminalText(message.english());
    const std::string stored = study::messageToJson(message);
    require(study::messageToJson(study::messageFromJson(stored)) == stored,
            "a message comes back as written");
  });
  attempt([&] {
    const auto changes = study::historyFrom(text);
    for (const study::SoundsChange& change : changes) change.summary.english();
    study::historyFrom(study::historyText(changes));
  });
  attempt([&] { study::finalTrainingFrom(text); });
}

}  // namespace kinglet::fuzz
