/** Links that were given away, and the JSON of their runs. Entries are only added, by the version of the day. */
export const RECORDED: readonly { about: string; version: number; link: string; run: unknown }[] = [
  {
    about: 'a fresh cluster',
    version: 1,
    link: 'AQHQANBj',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'a large seed, three servers',
    version: 1,
    link: 'Af_____AANUr',
    run: {
      version: 1,
      seed: 4294967295,
      config: {
        servers: 3,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'nine servers',
    version: 1,
    link: 'AYBEXDAA4zc',
    run: {
      version: 1,
      seed: 70000,
      config: {
        servers: 9,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'options',
    version: 1,
    link: 'AQHU-A8hYAA_0A',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 5,
        options: {
          noop: false,
          conflictHint: true,
          pipeline: true,
          batchMax: 64,
          off: ['quorumHalf', 'voteTwice'],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'all rules off',
    version: 1,
    link: 'AQHU8PAFOXAAdeg',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [
            'voteTwice',
            'noElectionRestriction',
            'commitOldTerm',
            'noConsistencyCheck',
            'commitNoMin',
            'acceptStaleLeader',
            'quorumHalf',
          ],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'timing',
    version: 1,
    link: 'AQHV4RkwjuIAlJc',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 12000,
          electionMax: 24000,
          heartbeat: 6001,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'network',
    version: 1,
    link: 'AQHWfBBMBqQnEPAhH4A7jA',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 2000,
            max: 14500,
          },
          shape: 'tail',
          loss: 10000,
          duplication: 999999,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'triangular latency, disk, clients',
    version: 1,
    link: 'AQHXtrAf_4lAB4K9PPS1D__63dgAMrY',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'triangular',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 0,
          max: 600000000,
        },
        clients: {
          count: 9,
          interval: 350000,
          timeout: 100001,
          patience: 3600000000,
        },
        initial: null,
      },
      actions: [],
    },
  },
  {
    about: 'an initial state',
    version: 1,
    link: 'AQHHwZ8IIVDCIaZMMIgAp2M',
    run: {
      version: 1,
      seed: 7,
      config: {
        servers: 3,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: [
          {
            currentTerm: 8,
            votedFor: 1,
            log: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6],
          },
          {
            currentTerm: 6,
            votedFor: null,
            log: [1, 1, 1, 4, 4, 5, 5, 6, 6],
          },
          {
            currentTerm: 0,
            votedFor: null,
            log: [],
          },
        ],
      },
      actions: [],
    },
  },
  {
    about: 'servers, at full milliseconds',
    version: 1,
    link: 'AQqRE1WAqpFVhqtNVcqvkQCcQ_Q5VfIv0C8IAAB6r5WAAh8wzMs',
    run: {
      version: 1,
      seed: 42,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [
        {
          at: 150000,
          action: {
            type: 'crash',
            server: 1,
          },
        },
        {
          at: 300000,
          action: {
            type: 'restart',
            server: 1,
          },
        },
        {
          at: 450000,
          action: {
            type: 'pause',
            server: 2,
          },
        },
        {
          at: 600000,
          action: {
            type: 'resume',
            server: 2,
          },
        },
        {
          at: 750000,
          action: {
            type: 'expireTimer',
            server: 5,
          },
        },
        {
          at: 900000,
          action: {
            type: 'setClock',
            server: 3,
            rate: 10000,
            offset: -1500000,
          },
        },
        {
          at: 1050000,
          action: {
            type: 'setClock',
            server: 3,
            rate: 100000000,
            offset: 7,
          },
        },
        {
          at: 1200000,
          action: {
            type: 'setDisk',
            server: 4,
            latency: {
              min: 1,
              max: 999,
            },
          },
        },
      ],
    },
  },
  {
    about: 'the network, at odd microseconds',
    version: 1,
    link: 'AQqRaLxIPCDceJA4ZCREIeJAzxIHFPEgck8SBzBeJA6AvEgeCN4kDwxvEgeLwQTAakJxDwIR-8SB4ys-BCQAcw4',
    run: {
      version: 1,
      seed: 42,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [
        {
          at: 123457,
          action: {
            type: 'partition',
            groups: [
              [1, 2],
              [3, 4, 5],
            ],
          },
        },
        {
          at: 246914,
          action: {
            type: 'partition',
            groups: [[2], [1, 5], [3], [4]],
          },
        },
        {
          at: 370371,
          action: {
            type: 'heal',
          },
        },
        {
          at: 493828,
          action: {
            type: 'isolate',
            server: 3,
          },
        },
        {
          at: 617285,
          action: {
            type: 'rejoin',
            server: 3,
          },
        },
        {
          at: 740742,
          action: {
            type: 'cut',
            from: 1,
            to: 2,
          },
        },
        {
          at: 864199,
          action: {
            type: 'repair',
            from: 1,
            to: 2,
          },
        },
        {
          at: 987656,
          action: {
            type: 'hold',
            from: 5,
            to: 4,
          },
        },
        {
          at: 1111113,
          action: {
            type: 'release',
            from: 5,
            to: 4,
          },
        },
        {
          at: 1234570,
          action: {
            type: 'setNetwork',
            quality: {
              latency: {
                min: 2000,
                max: 14500,
              },
              shape: 'tail',
              loss: 10000,
              duplication: 999999,
            },
          },
        },
        {
          at: 1358027,
          action: {
            type: 'setLink',
            from: 2,
            to: 3,
            quality: {
              latency: {
                min: 10000,
                max: 20000,
              },
              shape: 'uniform',
              loss: 1000000,
              duplication: 0,
            },
          },
        },
      ],
    },
  },
  {
    about: 'messages in flight',
    version: 1,
    link: 'AQqQYE6gC7QAO__uiICFTw',
    run: {
      version: 1,
      seed: 42,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [
        {
          at: 1,
          action: {
            type: 'drop',
            message: 1,
          },
        },
        {
          at: 2,
          action: {
            type: 'duplicate',
            message: 512,
          },
        },
        {
          at: 3,
          action: {
            type: 'deliver',
            message: 1000000,
          },
        },
      ],
    },
  },
  {
    about: 'clients',
    version: 1,
    link: 'AQqQ19IuCAnUi3ri2Ui3puJTY2hsw7xzc2VsR8l3d805PkHhP00BFIt6jAZgYG6kW_zYhSLf5oBkAg',
    run: {
      version: 1,
      seed: 42,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [
        {
          at: 70000000,
          action: {
            type: 'clientRequest',
            client: 1,
            operation: {
              type: 'put',
              key: 'x',
              value: '7',
            },
            to: null,
          },
        },
        {
          at: 140000000,
          action: {
            type: 'clientRequest',
            client: 9,
            operation: {
              type: 'get',
              key: 'z',
            },
            to: 5,
          },
        },
        {
          at: 210000000,
          action: {
            type: 'clientRequest',
            client: 2,
            operation: {
              type: 'append',
              key: 'Schlüssel',
              value: '任期 🦀',
            },
            to: 1,
          },
        },
        {
          at: 280000000,
          action: {
            type: 'clientRequest',
            client: 3,
            operation: {
              type: 'put',
              key: '',
              value: '007',
            },
            to: null,
          },
        },
        {
          at: 350000000,
          action: {
            type: 'setClients',
            interval: 80000,
          },
        },
        {
          at: 420000000,
          action: {
            type: 'setClients',
            interval: 0,
          },
        },
      ],
    },
  },
  {
    about: 'timing, late',
    version: 1,
    link: 'AQqQXV-vCAPPdWv14P_5wJym',
    run: {
      version: 1,
      seed: 42,
      config: {
        servers: 5,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [
        {
          at: 200000000000,
          action: {
            type: 'setTiming',
            timing: {
              electionMin: 150000,
              electionMax: 150000,
              heartbeat: 75000,
            },
          },
        },
        {
          at: 400000000000,
          action: {
            type: 'setTiming',
            timing: {
              electionMin: 150000,
              electionMax: 300000,
              heartbeat: 75000,
            },
          },
        },
      ],
    },
  },
  {
    about: 'servers beyond the seventh',
    version: 1,
    link: 'AQJwYAcHC6hGnPjgFjc',
    run: {
      version: 1,
      seed: 9,
      config: {
        servers: 9,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
        },
        timing: {
          electionMin: 150000,
          electionMax: 300000,
          heartbeat: 75000,
        },
        network: {
          latency: {
            min: 10000,
            max: 20000,
          },
          shape: 'uniform',
          loss: 0,
          duplication: 0,
        },
        disk: {
          min: 500,
          max: 1500,
        },
        clients: {
          count: 1,
          interval: 0,
          timeout: 200000,
          patience: 3000000,
        },
        initial: null,
      },
      actions: [
        {
          at: 0,
          action: {
            type: 'crash',
            server: 8,
          },
        },
        {
          at: 1,
          action: {
            type: 'partition',
            groups: [
              [1, 8, 9],
              [2, 3],
            ],
          },
        },
        {
          at: 3,
          action: {
            type: 'cut',
            from: 9,
            to: 7,
          },
        },
      ],
    },
  },
  {
    about: 'members that change, by joint consensus and one by one, a transfer and a snapshot',
    version: 1,
    link: 'AQLX4L_vD4isSLLOyemq_UIdjn6i1zX9ZdV-yLZk',
    run: {
      version: 1,
      seed: 11,
      config: {
        servers: 5,
        voters: 3,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
          preVote: true,
          checkQuorum: true,
          stickyLeader: true,
          snapshotEvery: 20,
          priorities: [1, 2, 3, 0, 1],
        },
        timing: { electionMin: 150000, electionMax: 300000, heartbeat: 75000 },
        network: { latency: { min: 10000, max: 20000 }, shape: 'uniform', loss: 0, duplication: 0 },
        disk: { min: 500, max: 1500 },
        clients: { count: 1, interval: 0, timeout: 200000, patience: 3000000, reads: 'log' },
        initial: null,
        groups: 1,
      },
      actions: [
        { at: 100000, action: { type: 'addServer' } },
        { at: 400000, action: { type: 'changeMembers', server: 1, voters: [1, 2, 3, 6], joint: false } },
        { at: 900000, action: { type: 'changeMembers', server: 2, voters: [2, 4, 5], joint: true } },
        { at: 1500000, action: { type: 'transfer', server: 2, to: 4 } },
        { at: 1800000, action: { type: 'compact', server: 5 } },
      ],
    },
  },
  {
    about: 'a client that crashes, reads beside the log, inc and cas',
    version: 1,
    link: 'AQMXh8ixCPPViMYtwx9pbvuGNOcW7DTQSnIKzNLk5uhZRrFupMUaxbgAb7o',
    run: {
      version: 1,
      seed: 12,
      config: {
        servers: 5,
        voters: 0,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
          preVote: false,
          checkQuorum: false,
          stickyLeader: false,
          snapshotEvery: 0,
          priorities: [],
        },
        timing: { electionMin: 150000, electionMax: 300000, heartbeat: 75000 },
        network: { latency: { min: 10000, max: 20000 }, shape: 'uniform', loss: 0, duplication: 0 },
        disk: { min: 500, max: 1500 },
        clients: { count: 2, interval: 80000, timeout: 200000, patience: 3000000, reads: 'lease' },
        initial: null,
        groups: 1,
      },
      actions: [
        { at: 300000, action: { type: 'clientRequest', client: 1, operation: { type: 'inc', key: 'n' }, to: null } },
        { at: 350000, action: { type: 'crashClient', client: 1 } },
        { at: 700000, action: { type: 'restartClient', client: 1 } },
        {
          at: 800000,
          action: {
            type: 'clientRequest',
            client: 2,
            operation: { type: 'cas', key: 'n', expected: '1', value: '9' },
            to: 3,
          },
        },
        {
          at: 810000,
          action: {
            type: 'clientRequest',
            client: 2,
            operation: { type: 'cas', key: 'x', expected: null, value: 'first' },
            to: null,
          },
        },
        {
          at: 900000,
          action: { type: 'clientRequest', client: 1, operation: { type: 'read', key: 'n', mode: 'stale' }, to: 2 },
        },
        {
          at: 950000,
          action: {
            type: 'clientRequest',
            client: 1,
            operation: { type: 'read', key: 'n', mode: 'readIndex' },
            to: null,
          },
        },
      ],
    },
  },
  {
    about: 'rules that are switched off and on again',
    version: 1,
    link: 'AQNU8OPR5_cKl9PR4cDh7WP9AFJW',
    run: {
      version: 1,
      seed: 13,
      config: {
        servers: 5,
        voters: 0,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: ['noDedup', 'leaseDrift', 'noCheckQuorum'],
          preVote: false,
          checkQuorum: false,
          stickyLeader: false,
          snapshotEvery: 0,
          priorities: [],
        },
        timing: { electionMin: 150000, electionMax: 300000, heartbeat: 75000 },
        network: { latency: { min: 10000, max: 20000 }, shape: 'uniform', loss: 0, duplication: 0 },
        disk: { min: 500, max: 1500 },
        clients: { count: 1, interval: 0, timeout: 200000, patience: 3000000, reads: 'log' },
        initial: null,
        groups: 1,
      },
      actions: [
        {
          at: 500000,
          action: {
            type: 'setOptions',
            options: {
              noop: true,
              conflictHint: false,
              pipeline: false,
              batchMax: 8,
              off: ['voteTwice', 'noPersistVote', 'removeSelfEarly'],
              preVote: false,
              checkQuorum: false,
              stickyLeader: false,
              snapshotEvery: 0,
              priorities: [],
            },
          },
        },
        {
          at: 900000,
          action: {
            type: 'setOptions',
            options: {
              noop: true,
              conflictHint: false,
              pipeline: false,
              batchMax: 8,
              off: [],
              preVote: false,
              checkQuorum: false,
              stickyLeader: false,
              snapshotEvery: 0,
              priorities: [],
            },
          },
        },
      ],
    },
  },
  {
    about: 'three groups, one of which is written to',
    version: 1,
    link: 'AQOX8Bh0SQAY_vCBKY5Ae4Q',
    run: {
      version: 1,
      seed: 14,
      config: {
        servers: 5,
        voters: 0,
        options: {
          noop: true,
          conflictHint: false,
          pipeline: false,
          batchMax: 8,
          off: [],
          preVote: false,
          checkQuorum: false,
          stickyLeader: false,
          snapshotEvery: 0,
          priorities: [],
        },
        timing: { electionMin: 150000, electionMax: 300000, heartbeat: 75000 },
        network: { latency: { min: 10000, max: 20000 }, shape: 'uniform', loss: 0, duplication: 0 },
        disk: { min: 500, max: 1500 },
        clients: { count: 1, interval: 0, timeout: 200000, patience: 3000000, reads: 'log' },
        initial: null,
        groups: 3,
      },
      actions: [
        { at: 400000, action: { type: 'crash', server: 1 } },
        {
          at: 600000,
          action: {
            type: 'inGroup',
            group: 2,
            action: { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'x', value: '5' }, to: null },
          },
        },
        { at: 800000, action: { type: 'restart', server: 1 } },
      ],
    },
  },
  {
    about: 'bookmarks with captions and notes, in an order of their own',
    version: 2,
    link: 'AgMANL6Akfoqgb8KuCMgcMAATGVhZGVyUzEgbGVhZHMgdGVybSAxLkFzazogd2hhdCBub3c_6YCJ5Li-ng8',
    run: {
      version: 2,
      seed: 12,
      config: { servers: 3 },
      actions: [{ at: 500000, action: { type: 'crash', server: 2 } }],
      bookmarks: [
        { at: 400001, name: 'Leader', caption: 'S1 leads term 1.', notes: 'Ask: what now?' },
        { at: 120000, name: '选举', caption: '', notes: '' },
      ],
    },
  },
];
