#include <sndfile.h>

#include <cmath>
#include <cstring>

#include "audio/sound_file.h"
#include "base/files.h"
#include "reader.h"
#include "seeds.h"

namespace kinglet::fuzz {
namespace {

std::vector<float> tone(int samples) {
  std::vector<float> values;
  for (int i = 0; i < samples; ++i) values.push_back(0.3f * std::sin(float(i) * 0.2f));
  return values;
}

void setNumber(std::string& bytes, std::size_t at, std::uint32_t value) {
  if (at + 4 <= bytes.size()) std::memcpy(bytes.data() + at, &value, 4);
}

}  // namespace

void putSounds() {
  const std::string before(1, '\0');  // chooses the ending .wav
  const auto own = folder() / "own.wav";
  audio::writeWav(own, tone(800), 16000);
  const std::string wav = base::readText(own);
  put("sound", "own", before + wav);
  const std::pair<const char*, int> kinds[] = {
      {"pcm24", SF_FORMAT_WAV | SF_FORMAT_PCM_24},
      {"float", SF_FORMAT_WAV | SF_FORMAT_FLOAT},
      {"ulaw", SF_FORMAT_WAV | SF_FORMAT_ULAW},
      {"ima", SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM},
      {"ms", SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM},
      {"gsm", SF_FORMAT_WAV | SF_FORMAT_GSM610},
      {"wavex", SF_FORMAT_WAVEX | SF_FORMAT_PCM_16},
      {"rf64", SF_FORMAT_RF64 | SF_FORMAT_PCM_16},
      {"w64", SF_FORMAT_W64 | SF_FORMAT_PCM_16},
      {"flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16},
      {"ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS},
      {"opus", SF_FORMAT_OGG | SF_FORMAT_OPUS},
      {"aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16},
      {"au", SF_FORMAT_AU | SF_FORMAT_PCM_16},
      {"caf", SF_FORMAT_CAF | SF_FORMAT_PCM_16},
      {"alac", SF_FORMAT_CAF | SF_FORMAT_ALAC_16},
      {"voc", SF_FORMAT_VOC | SF_FORMAT_PCM_U8},
      {"nist", SF_FORMAT_NIST | SF_FORMAT_PCM_16},
      {"mp3", 0x230000 | 0x0082}};  // of libsndfile 1.1: SF_FORMAT_MPEG, SF_FORMAT_MPEG_LAYER_III
  for (const auto& [name, format] : kinds) {
    const auto path = folder() / name;
    SF_INFO info{};
    info.samplerate = 16000;
    info.channels = 1 + (std::strcmp(name, "flac") == 0);
    info.format = format;
    SNDFILE* sound = sf_open(path.c_str(), SFM_WRITE, &info);
    if (!sound) continue;
    const auto values = tone(1600);
    sf_writef_float(sound, values.data(), sf_count_t(values.size() / std::size_t(info.channels)));
    sf_close(sound);
    const std::string bytes = base::readText(path);
    const std::string kind(1, std::strcmp(name, "mp3") == 0 ? '\1' : '\0');
    put("sound", name, kind + bytes);
    put("sound", std::string(name) + "-cut", kind + bytes.substr(0, bytes.size() / 2));
  }
  // Lengths, rates and channels that cannot be.
  for (const std::uint32_t value : {0u, 1u, 0x7fffffffu, 0xffffffffu, 0xfffffff0u})
    for (const std::size_t at : {4u, 16u, 20u, 22u, 24u, 28u, 32u, 34u, 40u}) {
      std::string wrong = wav;
      setNumber(wrong, at, value);
      put("sound", "wav-" + std::to_string(at) + "-" + std::to_string(value), before + wrong);
    }
  // A recorder that lost its power: no length; a second header further on; chunks without end.
  std::string streamed = wav;
  setNumber(streamed, 4, 0xffffffff);
  setNumber(streamed, 40, 0xffffffff);
  put("sound", "streamed", before + streamed);
  put("sound", "two", before + wav + wav);
  std::string chunks = wav.substr(0, 12);
  for (int i = 0; i < 5000; ++i) chunks += std::string("LIST\0\0\0\0", 8);
  put("sound", "chunks", before + chunks);
  put("sound", "head", before + wav.substr(0, 44));
  put("sound", "id3", std::string(1, '\1') + "ID3\x04" + std::string("\0\0\x7f\x7f\x7f\x7f", 6) + wav);
  put("sound", "text", before + "This is no sound.");
  put("sound", "m4a", before + std::string("\0\0\0\x20", 4) + "ftypM4A ");
}

}  // namespace kinglet::fuzz
