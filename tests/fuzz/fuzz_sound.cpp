// Sound files, whatever their name says they are.
#include "audio/sound_file.h"
#include "reader.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  // The first byte chooses the name's ending, which some formats are told by.
  static constexpr const char* kNames[] = {"x.wav", "x.mp3", "x.aif", "x"};
  const std::size_t kind = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]) % std::size(kNames);
  const std::filesystem::path path = file(kNames[kind], bytes.empty() ? bytes : bytes.substr(1));
  attempt([&] {
    const audio::SoundInfo info = audio::probeSound(path);
    require(info.rate > 0 && info.channels > 0 && info.frames > 0, "a sound has a rate, channels and frames");
  });
  attempt([&] {
    for (const float sample : audio::readSound(path, 16000, 0, 0, 3))
      require(sample == sample, "a sample is a number");
  });
  attempt([&] { audio::readSound(path, 8000, 0.5, 0.25, 3); });
  std::filesystem::remove(path);
}

}  // namespace kinglet::fuzz
