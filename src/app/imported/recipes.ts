/** How another Raft writes a recording, in a few lines of four languages, and the smallest recording. Not translated. */

export const RECIPES = {
  Python: `import itertools, json, threading, time

class Trace:
    def __init__(self, path, nodes):
        self.file, self.lock, self.ids = open(path, "w"), threading.Lock(), itertools.count(1)
        self.write({"v": "raft-trace/1", "kind": "header", "nodes": nodes})

    def write(self, line):
        with self.lock:
            line["t"] = time.time() * 1000
            self.file.write(json.dumps(line) + "\\n")
            self.file.flush()

    def event(self, node, kind, **fields):
        self.write({"node": node, "kind": kind, **fields})

    def send(self, type, sender, to, term, **fields):
        id = f"{sender}-{next(self.ids)}"  # goes along in the message, for recv
        msg = {"id": id, "type": type, "from": sender, "to": to, "term": term, **fields}
        self.event(sender, "send", msg=msg)
        return id

trace = Trace("raft.jsonl", ["n1", "n2", "n3"])
trace.event("n1", "becomeCandidate", state={"currentTerm": 1, "votedFor": "n1", "votesGranted": ["n1"]})
id = trace.send("RequestVote", "n1", "n2", 1, lastLogIndex=0, lastLogTerm=0)
trace.event("n2", "recv", id=id, state={"currentTerm": 1, "votedFor": "n1"})
trace.event("n2", "persist")
`,
  Go: `package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"
)

type Fields map[string]any

type Trace struct {
	mu   sync.Mutex
	file *os.File
	ids  int
}

func NewTrace(path string, nodes []string) *Trace {
	file, err := os.Create(path)
	if err != nil {
		panic(err)
	}
	t := &Trace{file: file}
	t.write(Fields{"v": "raft-trace/1", "kind": "header", "nodes": nodes})
	return t
}

func (t *Trace) write(line Fields) {
	t.mu.Lock()
	defer t.mu.Unlock()
	line["t"] = float64(time.Now().UnixMicro()) / 1000
	text, _ := json.Marshal(line)
	t.file.Write(append(text, '\\n'))
}

func (t *Trace) Event(node, kind string, fields Fields) {
	line := Fields{"node": node, "kind": kind}
	for name, value := range fields {
		line[name] = value
	}
	t.write(line)
}

func (t *Trace) Send(msg Fields) string {
	t.mu.Lock()
	t.ids++
	id := fmt.Sprintf("%v-%d", msg["from"], t.ids) // goes along in the message, for recv
	t.mu.Unlock()
	msg["id"] = id
	t.Event(msg["from"].(string), "send", Fields{"msg": msg})
	return id
}

func main() {
	t := NewTrace("raft.jsonl", []string{"n1", "n2", "n3"})
	t.Event("n1", "becomeCandidate", Fields{"state": Fields{"currentTerm": 1, "votedFor": "n1", "votesGranted": []string{"n1"}}})
	id := t.Send(Fields{"type": "RequestVote", "from": "n1", "to": "n2", "term": 1, "lastLogIndex": 0, "lastLogTerm": 0})
	t.Event("n2", "recv", Fields{"id": id, "state": Fields{"currentTerm": 1, "votedFor": "n1"}})
	t.Event("n2", "persist", nil)
}
`,
  Rust: `use std::fs::File;
use std::io::Write;
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

struct Trace(Mutex<(File, u64)>);

impl Trace {
    fn new(path: &str, nodes: &[&str]) -> Trace {
        let trace = Trace(Mutex::new((File::create(path).unwrap(), 0)));
        trace.write(&format!(r#""v":"raft-trace/1","kind":"header","nodes":{:?}"#, nodes));
        trace
    }

    fn write(&self, fields: &str) {
        let mut out = self.0.lock().unwrap();
        let t = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs_f64() * 1000.0;
        writeln!(out.0, r#"{{"t":{t:.3},{fields}}}"#).unwrap();
    }

    fn event(&self, node: &str, kind: &str, fields: &str) {
        let comma = if fields.is_empty() { "" } else { "," };
        self.write(&format!(r#""node":"{node}","kind":"{kind}"{comma}{fields}"#));
    }

    fn send(&self, from: &str, to: &str, fields: &str) -> String {
        let id = {
            let mut out = self.0.lock().unwrap();
            out.1 += 1;
            format!("{from}-{}", out.1) // goes along in the message, for recv
        };
        let msg = format!(r#""msg":{{"id":"{id}","from":"{from}","to":"{to}",{fields}}}"#);
        self.event(from, "send", &msg);
        id
    }
}

fn main() {
    let trace = Trace::new("raft.jsonl", &["n1", "n2", "n3"]);
    trace.event("n1", "becomeCandidate", r#""state":{"currentTerm":1,"votedFor":"n1","votesGranted":["n1"]}"#);
    let id = trace.send("n1", "n2", r#""type":"RequestVote","term":1,"lastLogIndex":0,"lastLogTerm":0"#);
    trace.event("n2", "recv", &format!(r#""id":"{id}","state":{{"currentTerm":1,"votedFor":"n1"}}"#));
    trace.event("n2", "persist", "");
}
`,
  Java: `import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;

public class Trace {
    private final PrintWriter out;
    private int ids;

    Trace(String path, String... nodes) throws IOException {
        out = new PrintWriter(new FileWriter(path), true);
        write("\\"v\\":\\"raft-trace/1\\",\\"kind\\":\\"header\\",\\"nodes\\":[\\"" + String.join("\\",\\"", nodes) + "\\"]");
    }

    synchronized void write(String fields) {
        out.println("{\\"t\\":" + System.currentTimeMillis() + "," + fields + "}");
    }

    void event(String node, String kind, String fields) {
        write("\\"node\\":\\"" + node + "\\",\\"kind\\":\\"" + kind + "\\"" + (fields.isEmpty() ? "" : ",") + fields);
    }

    synchronized String send(String from, String to, String fields) {
        String id = from + "-" + ++ids; // goes along in the message, for recv
        event(from, "send", """
            "msg":{"id":"%s","from":"%s","to":"%s",%s}""".formatted(id, from, to, fields));
        return id;
    }

    public static void main(String[] args) throws IOException {
        Trace trace = new Trace("raft.jsonl", "n1", "n2", "n3");
        trace.event("n1", "becomeCandidate", """
            "state":{"currentTerm":1,"votedFor":"n1","votesGranted":["n1"]}""");
        String id = trace.send("n1", "n2", """
            "type":"RequestVote","term":1,"lastLogIndex":0,"lastLogTerm":0""");
        trace.event("n2", "recv", """
            "id":"%s","state":{"currentTerm":1,"votedFor":"n1"}""".formatted(id));
        trace.event("n2", "persist", "");
    }
}
`,
} as const;

/** Three servers; n1 is elected, and one entry is replicated and committed. */
export const EXAMPLE = `{"v":"raft-trace/1","kind":"header","t":0,"nodes":["n1","n2","n3"]}
{"t":150,"node":"n1","kind":"timeout","state":{"currentTerm":1,"votedFor":"n1","role":"candidate","votesGranted":["n1"]}}
{"t":150,"node":"n1","kind":"send","msg":{"id":1,"type":"RequestVote","from":"n1","to":"n2","term":1,"lastLogIndex":0,"lastLogTerm":0}}
{"t":160,"node":"n2","kind":"recv","id":1,"state":{"currentTerm":1,"votedFor":"n1"}}
{"t":160,"node":"n2","kind":"persist"}
{"t":160,"node":"n2","kind":"send","msg":{"id":2,"type":"RequestVoteResponse","from":"n2","to":"n1","term":1,"voteGranted":true,"re":1}}
{"t":170,"node":"n1","kind":"recv","id":2,"state":{"role":"leader","votesGranted":["n1","n2"]}}
{"t":200,"node":"n1","kind":"clientRequest","cmd":"x=5","state":{"logDelta":{"from":1,"terms":[1],"cmds":["x=5"]}}}
{"t":200,"node":"n1","kind":"persist"}
{"t":200,"node":"n1","kind":"send","msg":{"id":3,"type":"AppendEntries","from":"n1","to":"n2","term":1,"prevLogIndex":0,"prevLogTerm":0,"entries":[[1,"x=5"]]}}
{"t":210,"node":"n2","kind":"recv","id":3,"state":{"logDelta":{"from":1,"terms":[1],"cmds":["x=5"]}}}
{"t":210,"node":"n2","kind":"persist"}
{"t":210,"node":"n2","kind":"send","msg":{"id":4,"type":"AppendEntriesResponse","from":"n2","to":"n1","term":1,"success":true,"matchIndex":1,"re":3}}
{"t":220,"node":"n1","kind":"recv","id":4,"state":{"commitIndex":1,"lastApplied":1}}
`;

/** One line of each kind. */
export const KINDS = {
  header: '{"v":"raft-trace/1","kind":"header","nodes":["n1","n2","n3"]}',
  state: '{"t":150,"node":"n1","kind":"becomeLeader","state":{"currentTerm":2,"role":"leader"}}',
  recv: '{"t":160,"node":"n2","kind":"recv","id":7,"state":{"votedFor":"n1"}}',
  send: '{"t":150,"node":"n1","kind":"send","msg":{"id":7,"type":"RequestVote","from":"n1","to":"n2","term":2,"lastLogIndex":3,"lastLogTerm":1}}',
  timeout: '{"t":150,"node":"n1","kind":"timeout","state":{…}}',
  clientRequest:
    '{"t":200,"node":"n1","kind":"clientRequest","cmd":"x=5","state":{"logDelta":{"from":4,"terms":[2],"cmds":["x=5"]}}}',
  persist: '{"t":201,"node":"n1","kind":"persist"}',
  apply: '{"t":230,"node":"n1","kind":"apply","index":4,"term":2,"cmd":"x=5"}',
  crash: '{"t":300,"node":"n1","kind":"crash"}',
  drop: '{"t":310,"kind":"drop","id":9}',
  partition: '{"t":400,"kind":"partition","groups":[["n1"],["n2","n3"]]}',
  client: '{"t":190,"kind":"clientInvoke","client":"c1","op":1,"f":"put","key":"x","value":"5"}',
} as const;
