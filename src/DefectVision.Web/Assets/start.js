import { byId, click, finishing, post, showFault } from './common.js';

byId('begin').addEventListener('submit', async event => {
  event.preventDefault();
  try {
    await post('/api/reader', { name: byId('reader').value });
    location.assign('/review');
  } catch (fault) {
    showFault(fault.message);
    byId('reader').focus();
  }
});

click('address', async () => {
  try {
    const made = await post('/api/address');
    byId('address-made').hidden = false;
    byId('address-text').value = made.address;
    byId('address-text').select();
  } catch (fault) {
    showFault(fault.message);
  }
});

finishing();
byId('start').disabled = false;
byId('reader').focus();
