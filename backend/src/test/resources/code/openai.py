"""What the package `openai` does with a request, and no more: it takes what that one takes by name."""
import json
import urllib.request
from types import SimpleNamespace


class OpenAI:
    def __init__(self, *, base_url, api_key):
        self.base_url = base_url
        self.api_key = api_key
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=self.create))

    def create(self, *, model, messages, stream, stream_options=None, temperature=None, max_tokens=None,
               max_completion_tokens=None, top_p=None, seed=None, stop=None, frequency_penalty=None,
               presence_penalty=None, reasoning_effort=None, response_format=None, tools=None, extra_body=None):
        fields = {name: value for name, value in locals().items() if name not in ("self", "extra_body")}
        body = {name: value for name, value in fields.items() if value is not None}
        body.update(extra_body or {})
        request = urllib.request.Request(
            self.base_url + "/chat/completions",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + self.api_key},
        )
        with urllib.request.urlopen(request) as response:
            for line in response:
                if line.startswith(b"data:") and b"[DONE]" not in line:
                    yield json.loads(line[5:], object_hook=lambda fields: Chunk(**fields))


class Chunk(SimpleNamespace):
    def __getattr__(self, name):
        return None
